import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESTADOS_DE_MEDIO } from './estado.ts';
import { estadoVigente, venceEn } from './plazo.ts';

const REGISTERED = new Date('2022-09-30T19:11:00Z');
const DEADLINE = new Date('2022-10-03T19:11:00Z');

describe('venceEn', () => {
  it('is 72 elapsed hours later', () => expect(venceEn(REGISTERED)).toEqual(DEADLINE));
  it('counts elapsed time across the change of hour', () => {
    expect(venceEn(new Date('2022-10-29T12:00:00Z'))).toEqual(new Date('2022-11-01T12:00:00Z'));
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
