import { expect, it } from 'vitest';
import { enBuzonDe, readDireccion } from './direccion.ts';

const FOLIO = 'BI-2026.00000001-52';
const BASE = `/clientes/${FOLIO}`;

it.each([
  ['/buzon', '/buzon'],
  ['/buzon/acuses/BI-1/registro', '/buzon/acuses/BI-1/registro'],
  ['/buzon?sin=facultad', '/buzon?sin=facultad'],
])('what stands before %s is told apart, and put back', (ruta, suya) => {
  expect(readDireccion(`${BASE}${ruta}`)).toEqual({ base: BASE, folio: FOLIO, ruta: suya });
  expect(enBuzonDe(BASE, ruta)).toBe(`${BASE}${ruta}`);
  expect(enBuzonDe('', ruta)).toBe(ruta);
});

it.each([
  '/buzon',
  '/clientes',
  BASE,
  `${BASE}/`,
  `${BASE}/salir`,
  `${BASE}/buzonada`,
  `${BASE}/soporte/buzon`,
  `${BASE}x/buzon`,
  `${BASE}/${BASE}/buzon`,
  `/x${BASE}/buzon`,
  `/clientes/%42I-2026.00000001-52/buzon`,
  `/clientes//buzon`,
])('%s is in the Buzón of nobody else', (direccion) => {
  expect(readDireccion(direccion)).toEqual({ base: '', folio: null, ruta: direccion });
});

it.each([
  '/ayuda',
  '/',
  '#acuse',
  '?validar=x',
  '/clientes',
  '/buzonada',
  'https://otro.example/buzon',
  '/verificar/a/b',
])('%s leads where it always does', (ruta) => expect(enBuzonDe(BASE, ruta)).toBe(ruta));
