import fc from 'fast-check';
import { expect, it } from 'vitest';
import { explainMotivo } from './motivo-de-entrega.ts';

it.each([
  ['5.1.1', 'no existe'],
  ['5.1.2', 'dominio'],
  ['5.2.1', 'desactivado'],
  ['5.2.2', 'lleno'],
  ['5.7.1', 'reglas de seguridad'],
  ['5.0.0', 'lo devolvió'],
  ['4.4.7', 'no respondió'],
  ['30003', 'apagado'],
  ['30005', 'no existe'],
  ['30006', 'fijo'],
  ['30007', 'filtró'],
])('%s: %s', (codigo, words) => expect(explainMotivo(codigo)).toContain(words));

it('has words for any code', () => {
  fc.assert(
    fc.property(fc.string(), (codigo) => {
      expect(explainMotivo(codigo)).toMatch(/^[a-záéíóú][^.]+$/);
    }),
  );
});
