import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 4);
});

/** For which registros, and what: few values, so that they collide. */
const registro = fc.record({
  elegidos: fc.oneof(fc.constant('todos' as const), fc.subarray([0, 1, 2, 3], { minLength: 1 })),
  valor: fc.oneof(
    fc.integer({ min: 1, max: 7 }).map((n) => `c${n}@espiga.example`),
    fc.integer({ min: 1, max: 3 }).map((n) => `551234567${n}`),
  ),
});

it('keeps the limits of each registro for any mixture of simultaneous registrations', async () => {
  const mixture = fc.array(registro, { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(mixture, async (registros) => {
      await escenario.db.medioDeContacto.updateMany({
        where: { estado: 'EN_PROCESO' },
        data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
      });
      escenario.advance(25 * 3_600_000);
      titular = await escenario.enter();
      await Promise.all(
        registros.map(({ elegidos, valor }) =>
          registerForRegistros(titular, valor, elegidos === 'todos' ? elegidos : elegidos.map((i) => numeros[i] ?? '')),
        ),
      );
      await expectLimits();
    }),
    { numRuns: 12 },
  );
});

async function expectLimits(): Promise<void> {
  const alcances = await escenario.db.alcanceDeMedio.findMany({ where: { lugar: { not: null } } });
  const groupOf = ({ registroPatronalId, mecanismo }: (typeof alcances)[number]) =>
    `${registroPatronalId} ${mecanismo}`;
  for (const group of new Set(alcances.map(groupOf))) {
    const taken = alcances.filter((alcance) => groupOf(alcance) === group);
    expect(taken.length, group).toBeLessThanOrEqual(group.endsWith('TELEFONO') ? 1 : 5);
    expect(new Set(taken.map(({ valorComparable }) => valorComparable)).size, group).toBe(taken.length);
  }
  const medios = await escenario.db.medioDeContacto.findMany({ where: { estado: 'EN_PROCESO' } });
  for (const { id, registros } of medios)
    expect(await escenario.db.alcanceDeMedio.count({ where: { medioId: id, lugar: { not: null } } })).toBe(registros);
}
