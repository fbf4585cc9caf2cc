import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDias, diaEnCentro, inicioDelDia } from '../dia.ts';
import { judgePropuesta, type PropuestaEscrita, ultimoDia } from './propuesta.ts';

const NOW = new Date('2026-11-30T18:00:00Z');
const TITULAR = 'EKU9003173C9';
const BUENA: PropuestaEscrita = {
  rfc: 'gode-561231-gr8',
  poderes: ['CONSULTAR', 'MEDIOS'],
  registros: '',
  hasta: '2027-01-31',
};
const judge = (cambios: Partial<PropuestaEscrita>, titular = TITULAR) =>
  judgePropuesta({ ...BUENA, ...cambios }, titular, NOW);

describe('a proposal', () => {
  it('is of a persona física, with powers in their order, until the end of its last day', () => {
    expect(judge({})).toEqual({
      ok: true,
      value: {
        rfcDelRepresentante: 'GODE561231GR8',
        poderes: ['MEDIOS', 'CONSULTAR'],
        registrosPatronales: [],
        hasta: new Date('2027-02-01T06:00:00Z'),
      },
    });
  });

  it.each([
    ['RFC_MAL_FORMADO', { rfc: 'GODE561231' }],
    ['RFC_MAL_FORMADO', { rfc: 'XAXX010101000' }],
    ['RFC_MORAL', { rfc: 'AAA010101AAA' }],
    ['PODERES_SIN_MARCAR', { poderes: [] }],
    ['PODERES_SIN_MARCAR', { poderes: ['NOMBRAR_REPRESENTANTES'] }],
    ['REGISTROS_MAL_FORMADOS', { registros: 'Y6012345101\nA12' }],
    ['HASTA_NO_PROCEDE', { hasta: '' }],
    ['HASTA_NO_PROCEDE', { hasta: '2027-02-30' }],
    ['HASTA_NO_PROCEDE', { hasta: '31/01/2027' }],
    ['HASTA_NO_PROCEDE', { hasta: '2026-11-30' }],
    ['HASTA_NO_PROCEDE', { hasta: '2028-11-30' }],
  ] as const)('is refused: %s (%j)', (error, cambios) => {
    expect(judge(cambios)).toEqual({ ok: false, error });
  });

  it('is of nobody to themselves', () => {
    expect(judge({}, 'GODE561231GR8')).toEqual({ ok: false, error: 'RFC_PROPIO' });
  });

  it('takes each registro once, however it is written', () => {
    const judged = judge({ registros: 'y60-12346-10-9\n Y6012345101 ;Y60-12345-10-1,' });
    expect(judged.ok && judged.value.registrosPatronales).toEqual(['Y6012345101', 'Y6012346109']);
  });

  it('lasts two years at most, on whatever day it is made', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (dias) => {
        const hoy = addDias('2026-11-30', dias);
        const last = ultimoDia(hoy);
        const two = new Date(inicioDelDia(hoy));
        two.setUTCFullYear(two.getUTCFullYear() + 2);
        expect(inicioDelDia(addDias(last, 1)).getTime()).toBe(two.getTime());
        expect(diaEnCentro(inicioDelDia(last))).toBe(last);
        const at = (hasta: string) => judgePropuesta({ ...BUENA, hasta }, TITULAR, inicioDelDia(hoy)).ok;
        expect([at(last), at(addDias(last, 1))]).toEqual([true, false]);
      }),
    );
  });
});
