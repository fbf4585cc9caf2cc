import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFecha,
  formatFechaConSegundos,
  formatFechaIsoCentro,
  formatPlazo,
  formatTiempoRestante,
  yearInCentro,
} from './fecha.ts';

const GUIDE = new Date('2022-09-30T19:11:09.500Z'); // daylight saving time: UTC−5
const WINTER = new Date('2022-12-31T20:11:00Z'); // UTC−6
const SINCE_2023 = fc.date({ min: new Date('2022-11-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('formatFecha', () => {
  it('shows the date of the guide', () => expect(formatFecha(GUIDE)).toBe('30/sep/2022 14:11'));
  it('has no daylight saving time since 2023', () => {
    expect(formatFecha(new Date('2024-05-17T16:42:09Z'))).toBe('17/may/2024 10:42');
  });
  it('shows midnight as 00:00', () => expect(formatFecha(new Date('2024-01-05T06:00:00Z'))).toBe('05/ene/2024 00:00'));
  it('names each month', () => {
    const months = Array.from({ length: 12 }, (_, i) => formatFecha(new Date(Date.UTC(2023, i, 15))).split('/')[1]);
    expect(months.join(' ')).toBe('ene feb mar abr may jun jul ago sep oct nov dic');
  });
  it('throws on an invalid date', () => expect(() => formatFecha(new Date(Number.NaN))).toThrow(RangeError));
});

describe('formatFechaConSegundos', () => {
  it('adds the second', () => expect(formatFechaConSegundos(GUIDE)).toBe('30/sep/2022 14:11:09'));
});

describe('formatPlazo', () => {
  it('says date, hour and zone', () => {
    expect(formatPlazo(new Date('2022-10-02T19:11:00Z'))).toBe(
      '2 de octubre de 2022, 14:11 horas (Tiempo del Centro de México)',
    );
  });
});

describe('formatTiempoRestante', () => {
  it.each([
    [72 * 3600, 'quedan 72 horas'],
    [72 * 3600 - 1, 'quedan 71 horas y 59 minutos'],
    [3660, 'queda 1 hora y 1 minuto'],
    [3600, 'queda 1 hora'],
    [3599, 'quedan 59 minutos'],
    [119, 'queda 1 minuto'],
    [59, 'queda menos de un minuto'],
    [0, 'el plazo terminó'],
    [-5, 'el plazo terminó'],
  ])('after %d seconds says «%s»', (seconds, text) => {
    expect(formatTiempoRestante(GUIDE, new Date(GUIDE.getTime() + seconds * 1000))).toBe(text);
  });
});

describe('yearInCentro', () => {
  it('changes at midnight of Mexico City', () => {
    expect(yearInCentro(new Date('2026-01-01T05:59:59Z'))).toBe(2025);
    expect(yearInCentro(new Date('2026-01-01T06:00:00Z'))).toBe(2026);
  });
});

describe('formatFechaIsoCentro', () => {
  it('carries the offset of that day', () => {
    expect(formatFechaIsoCentro(new Date('2024-05-17T16:42:09Z'))).toBe('2024-05-17T10:42:09-06:00');
    expect(formatFechaIsoCentro(GUIDE)).toBe('2022-09-30T14:11:09-05:00');
    expect(formatFechaIsoCentro(WINTER)).toBe('2022-12-31T14:11:00-06:00');
  });
  it('tells apart the two 01:30 of the last change of hour', () => {
    expect(formatFechaIsoCentro(new Date('2022-10-30T06:30:00Z'))).toBe('2022-10-30T01:30:00-05:00');
    expect(formatFechaIsoCentro(new Date('2022-10-30T07:30:00Z'))).toBe('2022-10-30T01:30:00-06:00');
  });
  it('names the same instant, to the second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(Date.parse(formatFechaIsoCentro(date))).toBe(Math.floor(date.getTime() / 1000) * 1000);
        },
      ),
    );
  });
  it('is at −06:00 ever since', () => {
    fc.assert(
      fc.property(SINCE_2023, (date) => {
        expect(formatFechaIsoCentro(date)).toMatch(/-06:00$/);
      }),
    );
  });
});
