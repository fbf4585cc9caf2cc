import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canFirmar,
  estadoAlTerminar,
  type SituacionDeRepresentacion,
  situacionDeRepresentacion,
  venceLaPropuesta,
} from './estado.ts';

const PROPUESTA = new Date('2026-11-30T12:00:00Z');
const HASTA = new Date('2027-11-30T06:00:00Z');
const MINUTE_MS = 60_000;
const at = (ms: number) => new Date(PROPUESTA.getTime() + ms);
const guardada = (estado: 'PROPUESTA' | 'VIGENTE', primera: { venceEn: Date } | null = null) => ({
  estado,
  venceEn: venceLaPropuesta(PROPUESTA),
  hasta: HASTA,
  primera,
});

describe('how a designation stands', () => {
  it('waits 72 hours for the first signature, and not a millisecond more', () => {
    const end = 72 * 60 * MINUTE_MS;
    expect(situacionDeRepresentacion(guardada('PROPUESTA'), at(end - 1))).toBe('PROPUESTA');
    expect(situacionDeRepresentacion(guardada('PROPUESTA'), at(end))).toBe('VENCIDA');
  });

  it('waits for the second only its minutes: then it is as if nobody had signed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 * 60 }), fc.integer({ min: 5, max: 60 }), (minute, ventana) => {
        const signed = minute * MINUTE_MS;
        const primera = { venceEn: at(signed + ventana * MINUTE_MS) };
        const within = at(signed + ventana * MINUTE_MS - 1);
        expect(situacionDeRepresentacion(guardada('PROPUESTA', primera), within)).toBe('PRIMERA_FIRMA');
        for (const after of [at(signed + ventana * MINUTE_MS), at(signed + ventana * MINUTE_MS + 1000)])
          expect(situacionDeRepresentacion(guardada('PROPUESTA', primera), after)).toBe(
            situacionDeRepresentacion(guardada('PROPUESTA'), after),
          );
      }),
    );
  });

  it('is of no effect from the end of its last day on', () => {
    expect(situacionDeRepresentacion(guardada('VIGENTE'), new Date(HASTA.getTime() - 1))).toBe('VIGENTE');
    expect(situacionDeRepresentacion(guardada('VIGENTE'), HASTA)).toBe('TERMINADA');
  });

  it.each<[SituacionDeRepresentacion, boolean, string | null, string | null]>([
    // whether it may be signed, and what it becomes when titular or representative ends it
    ['PROPUESTA', true, 'RETIRADA', 'RECHAZADA'],
    ['PRIMERA_FIRMA', true, 'RETIRADA', 'RECHAZADA'],
    ['VIGENTE', false, 'REVOCADA', 'RENUNCIADA'],
    ['REVOCADA', false, null, null],
    ['RENUNCIADA', false, null, null],
    ['TERMINADA', false, null, null],
    ['RECHAZADA', false, null, null],
    ['VENCIDA', false, null, null],
    ['RETIRADA', false, null, null],
  ])('%s leads where the table says, and nowhere else', (situacion, firmable, titular, representante) => {
    expect(canFirmar(situacion)).toBe(firmable);
    expect(estadoAlTerminar(situacion, 'TITULAR')).toBe(titular);
    expect(estadoAlTerminar(situacion, 'REPRESENTANTE')).toBe(representante);
  });
});
