import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCronologia, type HechoDeFolio, type Quien } from './hecho-de-folio.ts';

const FECHA = fc.integer({ min: 0, max: 8 }).map((second) => new Date(second * 1000));
const QUIEN = fc.constantFrom<Quien>({ tipo: 'TITULAR' }, { tipo: 'SOPORTE', nombre: 'Ana' });
/** Told once when it repeats. */
const VISTO = fc.record({
  que: fc.constant('APUNTE' as const),
  fecha: FECHA,
  evento: fc.constantFrom('FOLIO_CONSULTADO', 'ACUSE_DESCARGADO'),
  datos: fc.record({ tipo: fc.constantFrom('BAJA', 'REGISTRO') }),
  quien: QUIEN,
});
const HECHO: fc.Arbitrary<HechoDeFolio> = fc.oneof(
  VISTO,
  fc.record({
    que: fc.constant('APUNTE' as const),
    fecha: FECHA,
    evento: fc.constantFrom('MEDIO_VALIDADO', 'ACUSE_EMITIDO', 'ALGO_NUEVO', 'INGRESO'),
    datos: fc.constant({}),
    quien: QUIEN,
  }),
  fc.record({ que: fc.constant('PDF_DE_ACUSE' as const), fecha: FECHA, acuse: fc.constantFrom('BAJA', 'REGISTRO') }),
  fc.record({ que: fc.constant('NOTA' as const), fecha: FECHA, texto: fc.constant('x'), miembro: fc.constant('Ana') }),
);

/** Everything of it but when it was. */
const kindOf = ({ fecha: _, ...hecho }: HechoDeFolio) =>
  JSON.stringify({ ...hecho, veces: undefined, ultimaFecha: undefined });

describe('the cronología of any history', () => {
  it('goes from the first to the last', () => {
    fc.assert(
      fc.property(fc.array(HECHO), (hechos) => {
        const instants = buildCronologia(hechos).flatMap(({ fecha, ultimaFecha }) => [fecha, ultimaFecha]);
        const times = instants.map((instant) => instant.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves nothing out: each is told, or counted in one like it', () => {
    fc.assert(
      fc.property(fc.array(HECHO), (hechos) => {
        const counted = buildCronologia(hechos).flatMap((each) => Array<string>(each.veces).fill(kindOf(each)));
        expect(counted.sort()).toEqual(hechos.map(kindOf).sort());
      }),
    );
  });

  it('is the same whatever the order in which its parts were read, but for those of one instant and rank', () => {
    const unique = fc.uniqueArray(HECHO, { selector: ({ fecha }) => fecha.getTime() });
    fc.assert(
      fc.property(unique, fc.infiniteStream(fc.nat()), (hechos, chances) => {
        const shuffled = hechos.map((each) => ({ each, at: chances.next().value })).sort((a, b) => a.at - b.at);
        expect(buildCronologia(shuffled.map(({ each }) => each))).toEqual(buildCronologia(hechos));
      }),
    );
  });

  it('puts what causes before what follows, and leaves out what other rows tell', () => {
    const fecha = new Date(0);
    const apunte = { que: 'APUNTE', fecha, datos: {}, quien: { tipo: 'TITULAR' } } as const;
    const eventos = ['FOLIO_CONSULTADO', 'ENVIO_INTENTADO', 'NOTA_AGREGADA', 'ACUSE_EMITIDO', 'MEDIO_VALIDADO'];
    expect(buildCronologia(eventos.map((evento) => ({ ...apunte, evento })))).toMatchObject([
      { evento: 'MEDIO_VALIDADO' },
      { evento: 'ACUSE_EMITIDO' },
      { evento: 'FOLIO_CONSULTADO' },
    ]);
  });

  it('tells what repeats with nothing in between once, with how often and until when', () => {
    const quien = { tipo: 'SOPORTE', nombre: 'Ana' } as const;
    const look = (second: number, evento = 'FOLIO_CONSULTADO', who: Quien = quien): HechoDeFolio => {
      return { que: 'APUNTE', fecha: new Date(second * 1000), evento, datos: {}, quien: who };
    };
    const another = { tipo: 'SOPORTE', nombre: 'Eva' } as const;
    const hechos = [look(5), look(1), look(3, 'MEDIO_VALIDADO'), look(2), look(6, 'FOLIO_CONSULTADO', another)];
    expect(buildCronologia(hechos)).toMatchObject([
      { veces: 2, fecha: new Date(1000), ultimaFecha: new Date(2000) },
      { veces: 1, evento: 'MEDIO_VALIDADO' },
      { veces: 1, fecha: new Date(5000) },
      { veces: 1, quien: another },
    ]);
  });
});
