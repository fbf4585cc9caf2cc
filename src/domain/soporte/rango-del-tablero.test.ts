import { expect, it } from 'vitest';
import { parseRango, periodoDe } from './rango-del-tablero.ts';

it('a range is so many days of Central time, today the last of them', () => {
  const { dias, desde, hasta } = periodoDe(7, new Date('2026-11-25T05:59:59Z'));
  expect([dias.length, dias[0], dias.at(-1)]).toEqual([7, '2026-11-18', '2026-11-24']);
  expect([desde.toISOString(), hasta.toISOString()]).toEqual(['2026-11-18T06:00:00.000Z', '2026-11-25T06:00:00.000Z']);
});

it.each([
  ['7', 7],
  ['90', 90],
  ['365', 30],
  ['7; DROP', 30],
  [undefined, 30],
])('an address that asks for %s gets %d days', (text, rango) => {
  expect(parseRango(text)).toBe(rango);
});
