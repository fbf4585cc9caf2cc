import { describe, expect, it } from 'vitest';
import { formatDiaCorto, formatDuracion, formatParte, parteDe } from './en-palabras.ts';

describe('figures of the board in words', () => {
  it.each([
    [0, '0 segundos'],
    [1, '1 segundo'],
    [59.4, '59 segundos'],
    [90, '2 minutos'],
    [3_600, '1 hora'],
    [11_100, '3 horas y 5 minutos'],
    [259_199, '72 horas'],
  ])('%d seconds are «%s»', (segundos, texto) => {
    expect(formatDuracion(segundos)).toBe(texto);
  });

  it('a part of nothing is no percentage, and draws nothing', () => {
    expect([formatParte(0, 0), parteDe(0, 0)]).toEqual(['—', 0]);
    expect([formatParte(1, 3), parteDe(1, 4)]).toEqual(['33 %', 0.25]);
  });

  it('a day is short', () => {
    expect(formatDiaCorto('2026-11-24')).toBe('24/11');
  });
});
