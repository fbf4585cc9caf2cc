import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRegreso } from './parse-regreso.ts';

it.each([
  ['/buzon/activacion', '/buzon/activacion'],
  ['/buzon/medios-de-contacto?validar=BI-1&x=%2F', '/buzon/medios-de-contacto?validar=BI-1&x=%2F'],
  ['/clientes', '/clientes'],
  ['/clientes/BI-2026.00000001-52/buzon', '/clientes/BI-2026.00000001-52/buzon'],
  [
    '/clientes/BI-2026.00000001-52/buzon/activacion?paso=firmar',
    '/clientes/BI-2026.00000001-52/buzon/activacion?paso=firmar',
  ],
  ['/buzon/acuses/BI-2026.00000001-52/registro', '/buzon/acuses/BI-2026.00000001-52/registro'],
])('goes back to %s', (text, regreso) => expect(parseRegreso(text, 'buzon')).toBe(regreso));

it.each([
  undefined,
  '',
  'https://malo.example/buzon/x',
  '//malo.example/buzon/x',
  '/\\malo.example/buzon/x',
  '\\\\malo.example/buzon/x',
  '/\t/malo.example/buzon/x',
  'javascript:alert(1)//buzon/',
  'buzon/activacion',
  '/buzon/../salir',
  '/buzon/%2e%2e/salir',
  '/buzonada/x',
  '/soporte/equipo',
  '/salir',
  '/clientes/BI-2026.00000001-52/salir',
  '/clientes/BI-2026.00000001-52/buzonada',
  '/clientes/../salir',
  `/buzon/${'x'.repeat(600)}`,
])('does not go to «%s»', (text) => expect(parseRegreso(text, 'buzon')).toBeNull());

it('never leaves the door, whatever stands there', () => {
  const around = fc.tuple(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('/buzon/', '//', '/\\', '@', ':', '..'),
    fc.string(),
  );
  fc.assert(
    fc.property(around, (parts) => {
      const regreso = parseRegreso(parts.join(''), 'buzon');
      if (regreso !== null) {
        const { origin, pathname } = new URL(regreso, 'https://portal.example');
        expect(origin).toBe('https://portal.example');
        expect(pathname.startsWith('/buzon/')).toBe(true);
      }
    }),
  );
});
