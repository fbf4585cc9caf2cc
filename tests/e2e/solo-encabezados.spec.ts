import { expect } from '@playwright/test';
import { ingresar } from '../support/ingresar.ts';
import { registrarMedio } from '../support/medios.ts';
import { test } from '../support/navegador.ts';

test('quien sólo pide los encabezados de un acuse o de su evidencia los recibe como quien los descarga', async ({
  page,
  efirma,
}) => {
  await ingresar(page, await efirma('fisica-con-enie'));
  const folio = await registrarMedio(page, 'Correo Electrónico', 'encabezados@verificar.example');
  for (const ruta of [`/buzon/acuses/${folio}/registro`, `/verificar/${folio}/registro/evidencia.zip`]) {
    const head = await page.request.head(ruta);
    const get = await page.request.get(ruta);
    expect(head.status()).toBe(200);
    for (const header of ['content-type', 'content-disposition', 'cache-control'])
      expect(head.headers()[header]).toBe(get.headers()[header]);
  }
  expect((await page.request.head('/buzon/acuses/BI-2026.99999999-67/registro')).status()).toBe(404);
});
