import { expect, it } from 'vitest';
import { isLoopback } from './find-direccion.ts';

it.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['1270.0.0.1', false],
  ['desconocida', false],
  ['10.127.0.1', false],
])('%s on this machine: %s', (direccion, expected) => {
  expect(isLoopback(direccion)).toBe(expected);
});
