import { expect, it } from 'vitest';
import { contableHasta, listTramos, parseRango, periodoDe } from './rango-del-tablero.ts';

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

it.each([
  // Midday, midnight in Central time with its margin, and a minute later than that.
  ['2026-11-24T18:49:59Z', 89, 12, 2],
  ['2026-11-24T06:14:59Z', 88, 23, 3],
  ['2026-11-24T06:15:00Z', 89, 0, 0],
])('what is summed at %s is %d days, %d hours and %d quarters of one, without gaps', (at, dias, horas, cuartos) => {
  const now = new Date(at);
  const tramos = listTramos(now);
  const minutos = tramos.map(({ desde, hasta }) => (hasta.getTime() - desde.getTime()) / 60_000);
  expect([24 * 60, 60, 15].map((cada) => minutos.filter((each) => each === cada).length)).toEqual([
    dias,
    horas,
    cuartos,
  ]);
  expect(tramos.map(({ hasta }) => hasta)).toEqual([...tramos.slice(1).map(({ desde }) => desde), contableHasta(now)]);
  expect(tramos[0]?.desde).toEqual(periodoDe(90, now).desde);
});
