import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCronologia, RANGOS, type Suceso } from './suceso.ts';

const suceso = fc.record({
  fecha: fc.integer({ min: 0, max: 8 }).map((second) => new Date(second * 1000)),
  rango: fc.constantFrom(...RANGOS),
  texto: fc.constantFrom('uno', 'dos', 'tres'),
  detalle: fc.constant(null),
  quien: fc.constant('El portal'),
  repeticion: fc.constantFrom(null, 'a', 'b'),
}) as fc.Arbitrary<Suceso>;

describe('the cronología of any history', () => {
  it('goes from the first to the last', () => {
    fc.assert(
      fc.property(fc.array(suceso), (sucesos) => {
        const instants = buildCronologia(sucesos).flatMap(({ fecha, ultimaFecha }) => [fecha, ultimaFecha]);
        const times = instants.map((instant) => instant.getTime());
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });

  it('leaves nothing out: each is told, or counted in one like it', () => {
    fc.assert(
      fc.property(fc.array(suceso), (sucesos) => {
        const cronologia = buildCronologia(sucesos);
        const told = (repeticion: string | null) =>
          cronologia.filter((each) => each.repeticion === repeticion).reduce((total, { veces }) => total + veces, 0);
        for (const repeticion of [null, 'a', 'b'])
          expect(told(repeticion)).toBe(sucesos.filter((each) => each.repeticion === repeticion).length);
        const always = (all: readonly Suceso[]) =>
          all.flatMap(({ repeticion, texto }) => (repeticion === null ? [texto] : [])).sort();
        expect(always(cronologia)).toEqual(always(sucesos));
      }),
    );
  });

  it('is the same whatever the order in which its parts were read, but for those of one instant and rank', () => {
    const unique = fc.uniqueArray(suceso, { selector: ({ fecha, rango }) => `${fecha.getTime()} ${rango}` });
    fc.assert(
      fc.property(unique, fc.infiniteStream(fc.nat()), (sucesos, chances) => {
        const shuffled = sucesos.map((each) => ({ each, at: chances.next().value })).sort((a, b) => a.at - b.at);
        expect(buildCronologia(shuffled.map(({ each }) => each))).toEqual(buildCronologia(sucesos));
      }),
    );
  });

  it('tells what repeats with nothing in between once, with how often and until when', () => {
    const look = (second: number): Suceso => ({
      fecha: new Date(second * 1000),
      rango: 'SOPORTE',
      texto: 'Consultó este folio.',
      detalle: null,
      quien: 'Soporte',
      repeticion: 'consulta',
    });
    const between: Suceso = { ...look(3), texto: 'Se validó.', repeticion: null };
    expect(buildCronologia([look(5), look(1), between, look(2)])).toMatchObject([
      { veces: 2, fecha: new Date(1000), ultimaFecha: new Date(2000) },
      { veces: 1, texto: 'Se validó.' },
      { veces: 1, fecha: new Date(5000) },
    ]);
  });
});
