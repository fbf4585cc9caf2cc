import { expect, it } from 'vitest';
import { settleBuzon } from './mend-address.ts';

const FOLIO = 'BI-2026.00000001-52';

function settle(url: string, headers: Record<string, string> = {}) {
  const request = { url, headers };
  settleBuzon(request);
  return request;
}

it.each([
  ['/buzon', '/buzon'],
  ['/buzon/', '/buzon'],
  ['/buzon//acuses', '/buzon/acuses'],
  ['/buzon/acuses/BI-2026.00000002-35/registro)', '/buzon/acuses/BI-2026.00000002-35/registro'],
  ['/buzon/medios-de-contacto?validar=a?b&c', '/buzon/medios-de-contacto?validar=a?b&c'],
])('the Buzón of a client at %s is asked of Next as %s', (url, ruta) => {
  expect(settle(`/clientes/${FOLIO}${url}`)).toEqual({ url: ruta, headers: { 'x-buzon-cliente': FOLIO } });
});

it.each(['/buzon', '/clientes', '/', '/clientes/x/buzon', `/clientes/${FOLIO}/salir`, `/x/clientes/${FOLIO}/buzon`])(
  '%s is in nobody else’s, whatever the request claims',
  (url) => expect(settle(url, { 'x-buzon-cliente': FOLIO })).toEqual({ url, headers: {} }),
);
