import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESTADOS_DE_MEDIO } from './estado.ts';
import { INTENTOS_POR_MEDIO } from './limites.ts';
import { causaDeCancelacion, venceEn as deadlineOf, estadoVigente } from './plazo.ts';

const REGISTERED = new Date('2022-09-30T19:11:00Z');
const DEADLINE = new Date('2022-10-03T19:11:00Z');

describe('venceEn', () => {
  it('is 72 elapsed hours later', () => expect(deadlineOf(REGISTERED)).toEqual(DEADLINE));
  it('counts elapsed time across the change of hour', () => {
    expect(deadlineOf(new Date('2022-10-29T12:00:00Z'))).toEqual(new Date('2022-11-01T12:00:00Z'));
  });
});

describe('estadoVigente', () => {
  const medio = { estado: 'EN_PROCESO', venceEn: DEADLINE } as const;

  it('is still En proceso one millisecond before', () => {
    expect(estadoVigente(medio, new Date(DEADLINE.getTime() - 1))).toBe('EN_PROCESO');
  });
  it('is Cancelado at the deadline and after', () => {
    expect(estadoVigente(medio, DEADLINE)).toBe('CANCELADO');
    expect(estadoVigente(medio, new Date(DEADLINE.getTime() + 1))).toBe('CANCELADO');
  });
  it('leaves every other state alone, however late', () => {
    const moment = fc.date({ noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...ESTADOS_DE_MEDIO), moment, moment, (estado, deadline, now) => {
        const read = estadoVigente({ estado, venceEn: deadline }, now);
        const late = estado === 'EN_PROCESO' && now.getTime() >= deadline.getTime();
        expect(read).toBe(late ? 'CANCELADO' : estado);
      }),
    );
  });
});

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
