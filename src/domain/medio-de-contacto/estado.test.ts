import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canTransition, ESTADOS_DE_MEDIO, type EstadoDeMedio, estadosHacia } from './estado.ts';

const ESTADO = fc.constantFrom(...ESTADOS_DE_MEDIO);

describe('the states of a medio de contacto', () => {
  it('leave En proceso by proof, by the deadline or by removal, and Validado by removal alone', () => {
    expect(ESTADOS_DE_MEDIO.filter((to) => canTransition('EN_PROCESO', to))).toEqual(['VALIDADO', 'CANCELADO', 'BAJA']);
    expect(ESTADOS_DE_MEDIO.filter((to) => canTransition('VALIDADO', to))).toEqual(['BAJA']);
  });

  it('never leave Cancelado or Baja, nor return to En proceso', () => {
    fc.assert(
      fc.property(ESTADO, (estado) => {
        expect(canTransition('CANCELADO', estado)).toBe(false);
        expect(canTransition('BAJA', estado)).toBe(false);
        expect(canTransition(estado, 'EN_PROCESO')).toBe(false);
        expect(canTransition(estado, estado)).toBe(false);
      }),
    );
  });

  it('come to an end in two steps at most, whatever is attempted', () => {
    fc.assert(
      fc.property(fc.array(ESTADO), (attempts) => {
        let estado: EstadoDeMedio = 'EN_PROCESO';
        let steps = 0;
        for (const to of attempts) if (canTransition(estado, to)) [estado, steps] = [to, steps + 1];
        expect(steps).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('say from where an update may start', () => {
    expect(estadosHacia('VALIDADO')).toEqual(['EN_PROCESO']);
    expect(estadosHacia('BAJA')).toEqual(['EN_PROCESO', 'VALIDADO']);
    expect(estadosHacia('EN_PROCESO')).toEqual([]);
  });
});
