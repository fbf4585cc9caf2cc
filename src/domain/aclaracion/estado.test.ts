import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ESTADOS_DE_ACLARACION,
  type EstadoDeAclaracion,
  estadoTras,
  HECHOS_DE_ACLARACION,
  type HechoDeAclaracion,
  isPorContestar,
} from './estado.ts';

const HECHOS = fc.array(fc.constantFrom(...HECHOS_DE_ACLARACION), { maxLength: 30 });

/** The states that an aclaración goes through, from its filing, when these things are attempted one after the other. */
function run(
  hechos: HechoDeAclaracion[],
): { hecho: HechoDeAclaracion; de: EstadoDeAclaracion; a: EstadoDeAclaracion }[] {
  let de: EstadoDeAclaracion = 'PRESENTADA';
  return hechos.flatMap((hecho) => {
    const a = estadoTras(de, hecho);
    if (!a) return [];
    const step = { hecho, de, a };
    de = a;
    return [step];
  });
}

describe('the states of an aclaración', () => {
  it.each<[EstadoDeAclaracion, ...(EstadoDeAclaracion | null)[]]>([
    // de, and where TOMAR, RESPONDER, REPLICAR and CERRAR lead
    ['PRESENTADA', 'EN_ATENCION', 'RESPONDIDA', 'PRESENTADA', null],
    ['EN_ATENCION', null, 'RESPONDIDA', 'EN_ATENCION', null],
    ['RESPONDIDA', null, 'RESPONDIDA', 'EN_ATENCION', 'CERRADA'],
    ['CERRADA', null, null, null, null],
  ])('from %s lead to those of the table, and to no other', (estado, ...expected) => {
    expect(HECHOS_DE_ACLARACION.map((hecho) => estadoTras(estado, hecho))).toEqual(expected);
  });

  it('go from Presentada to Cerrada by being taken, answered and closed', () => {
    expect(run(['TOMAR', 'RESPONDER', 'CERRAR']).map(({ a }) => a)).toEqual(['EN_ATENCION', 'RESPONDIDA', 'CERRADA']);
  });

  it('wait for an answer exactly when the titular spoke last', () => {
    fc.assert(
      fc.property(HECHOS, (hechos) => {
        let titularSpokeLast = true;
        for (const { hecho, a } of run(hechos)) {
          if (hecho === 'REPLICAR') titularSpokeLast = true;
          if (hecho === 'RESPONDER') titularSpokeLast = false;
          expect(isPorContestar(a)).toBe(titularSpokeLast);
        }
      }),
    );
  });

  it('never close what nobody answered, and never leave Cerrada', () => {
    fc.assert(
      fc.property(HECHOS, (hechos) => {
        const steps = run(hechos);
        const closed = steps.findIndex(({ a }) => a === 'CERRADA');
        if (closed === -1) return;
        expect(steps[closed]?.de).toBe('RESPONDIDA');
        expect(steps).toHaveLength(closed + 1);
      }),
    );
  });

  it('let the titular write and support answer as long as it is open', () => {
    for (const estado of ESTADOS_DE_ACLARACION) {
      const isOpen = estado !== 'CERRADA';
      expect([estadoTras(estado, 'REPLICAR') !== null, estadoTras(estado, 'RESPONDER') !== null]).toEqual([
        isOpen,
        isOpen,
      ]);
    }
  });

  it('never come back to Presentada once somebody attends it', () => {
    fc.assert(
      fc.property(HECHOS, (hechos) => {
        const estados = run(hechos).map(({ a }) => a);
        const attended = estados.findIndex((estado) => estado !== 'PRESENTADA');
        if (attended !== -1) expect(estados.slice(attended)).not.toContain('PRESENTADA');
      }),
    );
  });
});
