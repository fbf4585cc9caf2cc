import { expect, it } from 'vitest';
import { registrosQuitados } from './registros-quitados.ts';

it.each([
  [1, 'se quitó 1 Registro Patronal'],
  [2, 'se quitaron 2 Registros Patronales'],
  [50_000, 'se quitaron 50,000 Registros Patronales'],
])('%d agrees in number', (registros, texto) => {
  expect(registrosQuitados(registros)).toBe(texto);
});
