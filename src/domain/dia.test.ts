import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDias, diaEnCentro, formatDia, inicioDelDia, listDias } from './dia.ts';

describe('a day in Central Mexico', () => {
  it.each([
    ['2026-11-24', '2026-11-24T06:00:00.000Z'],
    ['2022-07-01', '2022-07-01T05:00:00.000Z'],
    ['2022-10-30', '2022-10-30T05:00:00.000Z'],
    ['2022-10-31', '2022-10-31T06:00:00.000Z'],
  ])('%s begins at %s', (dia, instant) => {
    expect(inicioDelDia(dia).toISOString()).toBe(instant);
  });

  it.each([
    ['2026-10-27', '27/oct/2026'],
    ['2022-07-01', '01/jul/2022'],
  ])('%s is shown as %s', (dia, shown) => {
    expect(formatDia(dia)).toBe(shown);
  });

  it('begins with its first millisecond, at any date', () => {
    const dates = fc.date({ min: new Date('2015-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const dia = diaEnCentro(date);
        const begin = inicioDelDia(dia);
        expect(begin <= date && date < inicioDelDia(addDias(dia, 1))).toBe(true);
        expect(diaEnCentro(begin)).toBe(dia);
        expect(diaEnCentro(new Date(begin.getTime() - 1))).toBe(addDias(dia, -1));
      }),
    );
  });

  it('is counted over the end of months and years', () => {
    expect(listDias('2027-01-01', 3)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(addDias('2028-02-28', 1)).toBe('2028-02-29');
  });
});
