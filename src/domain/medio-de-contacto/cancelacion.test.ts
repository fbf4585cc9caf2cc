import { describe, expect, it } from 'vitest';
import { causaDeCancelacion } from './cancelacion.ts';
import { INTENTOS_POR_MEDIO } from './limites.ts';

const venceEn = new Date('2026-11-27T12:00:00Z');
const before = (ms: number) => new Date(venceEn.getTime() - ms);

describe('why a medio was cancelled', () => {
  it('is its deadline when nothing else was told', () => {
    expect(causaDeCancelacion({ intentosFallidos: 0, ajenoEn: null, venceEn })).toBe('PLAZO');
    expect(causaDeCancelacion({ intentosFallidos: INTENTOS_POR_MEDIO - 1, ajenoEn: null, venceEn })).toBe('PLAZO');
  });

  it('is its codes from the last one that it takes', () => {
    expect(causaDeCancelacion({ intentosFallidos: INTENTOS_POR_MEDIO, ajenoEn: null, venceEn })).toBe('INTENTOS');
  });

  it('is «no es mío» before the deadline, and no more at it', () => {
    expect(causaDeCancelacion({ intentosFallidos: 0, ajenoEn: before(1), venceEn })).toBe('AJENO');
    expect(causaDeCancelacion({ intentosFallidos: 0, ajenoEn: venceEn, venceEn })).toBe('PLAZO');
  });
});
