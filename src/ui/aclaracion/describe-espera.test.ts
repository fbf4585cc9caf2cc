import { expect, it } from 'vitest';
import { describeEspera } from './tablas-de-aclaraciones.tsx';

const AHORA = new Date('2026-03-02T18:30:00Z');

it.each([
  ['2026-03-02T18:30:00Z', 'hace menos de un minuto'],
  ['2026-03-02T18:31:00Z', 'hace menos de un minuto'],
  ['2026-03-02T18:29:01Z', 'hace menos de un minuto'],
  ['2026-03-02T18:29:00Z', 'hace 1 minuto'],
  ['2026-03-02T17:30:00Z', 'hace 1 hora'],
  ['2026-03-01T18:30:01Z', 'hace 23 horas'],
  ['2026-03-01T18:30:00Z', 'hace 1 día'],
  ['2026-02-01T18:30:00Z', 'hace 29 días'],
])('since %s: %s', (desde, words) => {
  expect(describeEspera(new Date(desde), AHORA)).toBe(words);
});
