import { expect, it } from 'vitest';
import { direccionOf, isLoopback } from './find-direccion.ts';

it('is what the door wrote, and nobody’s where it wrote nothing', () => {
  expect([direccionOf('203.0.113.7'), direccionOf(''), direccionOf(null), direccionOf(undefined)]).toEqual([
    '203.0.113.7',
    'desconocida',
    'desconocida',
    'desconocida',
  ]);
});

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
