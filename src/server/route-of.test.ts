import { expect, it } from 'vitest';
import { ROUTES } from '../../tests/architecture/routes.ts';
import { isAsset, routeOf } from './route-of.ts';

it.each([
  ['/', '/'],
  ['/buzon/', '/buzon'],
  ['/buzon/acuses/BI-2026.00000001-42/registro?v=A', '/buzon/acuses/[folio]/[tipo]'],
  ['/buzon/aclaraciones/nueva', '/buzon/aclaraciones/nueva'],
  [`/validar/correo/${'a'.repeat(54)}.`, '/validar/correo/[token]'],
  ['/verificar/BI-2026.00000001-42/registro/evidencia.zip?v=A', '/verificar/[folio]/[tipo]/evidencia.zip'],
  ['/api/auth/callback/efirma', '/api/auth/[...nextauth]'],
  ['/_next/static/chunks/a.js', '/_next'],
  ['/fonts/noto-sans-400.woff2', '/fonts'],
  ['/icono.svg', '/icono.svg'],
  ['/EKU9003173C9', 'ninguna'],
  ['/%E0%A4', 'ninguna'],
  ['//otro.example', 'ninguna'],
])('%s is %s', (url, ruta) => {
  expect(routeOf(url)).toBe(ruta);
});

it('knows each address of the portal by its own pattern', () => {
  const wrong = Object.keys(ROUTES).filter((ruta) => routeOf(ruta.replace(/\[.*?\]/g, 'x')) !== ruta);
  expect(wrong).toEqual([]);
  expect(isAsset('/buzon')).toBe(false);
});

it('is told in the Buzón of a client too, without whose it is', () => {
  expect(routeOf('/clientes/BI-2026.00000001-52/buzon')).toBe('/clientes/[folio]/buzon');
  expect(routeOf('/clientes/BI-2026.00000001-52/buzon/acuses/BI-2026.00000002-35/registro?x=1')).toBe(
    '/clientes/[folio]/buzon/acuses/[folio]/[tipo]',
  );
  expect(routeOf('/clientes/BI-2026.00000001-52/salir')).toBe('ninguna');
});
