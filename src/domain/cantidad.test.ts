import { expect, it } from 'vitest';
import { formatCantidad, formatRegistros } from './cantidad.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [50_000, '50,000'],
  [1_234_567, '1,234,567'],
])('%i reads %s', (cantidad, text) => {
  expect(formatCantidad(cantidad)).toBe(text);
});

it('one is singular', () => {
  expect([formatRegistros(1), formatRegistros(2)]).toEqual(['1 Registro Patronal', '2 Registros Patronales']);
});
