import { expect, it } from 'vitest';
import { inPartes } from './partes.ts';

it.each([
  [[], []],
  [[1, 2], [[1, 2]]],
  [
    [1, 2, 3],
    [[1, 2], [3]],
  ],
])('%j in parts of two', (cosas, partes) => {
  expect([...inPartes(cosas, 2)]).toEqual(partes);
});
