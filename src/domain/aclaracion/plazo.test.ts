import { expect, it } from 'vitest';
import { isPresentadaEnPlazo } from './plazo.ts';

// The last night of daylight saving time in Central Mexico: elapsed hours, whatever the wall clocks do.
const REGISTRO = new Date('2022-10-29T20:00:00Z');

it.each([
  [0, true],
  [24 * 3_600_000 - 1, true],
  [24 * 3_600_000, false],
  [72 * 3_600_000, false],
])('filed %i ms after the registration: %s', (elapsed, expected) => {
  expect(isPresentadaEnPlazo(REGISTRO, new Date(REGISTRO.getTime() + elapsed))).toBe(expected);
});
