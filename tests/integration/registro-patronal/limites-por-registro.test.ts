import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { removeRegistrosDeMedio } from '#tramites/medio-de-contacto/remove-registros-de-medio.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { addRegistros } from '../../support/padron.ts';
import { registerForRegistros } from '../../support/registros.ts';
import { testDb } from '../../support/test-db.ts';

const LUGARES = { CORREO_ELECTRONICO: 5, TELEFONO: 1 };

let escenario: Escenario;
let titular: Titular;
let numeros: string[];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  titular = await escenario.enter();
  numeros = await addRegistros(escenario.db, titular.ctx.actor.titularId, 4);
});

interface Registro {
  elegidos: 'todos' | number[];
  valor: string;
}

/** For which registros, and what: few values, so that they collide. */
const registro: fc.Arbitrary<Registro> = fc.record({
  elegidos: fc.oneof(fc.constant('todos' as const), fc.subarray([0, 1, 2, 3], { minLength: 1 })),
  valor: fc.oneof(
    fc.integer({ min: 1, max: 7 }).map((n) => `c${n}@espiga.example`),
    fc.integer({ min: 1, max: 3 }).map((n) => `551234567${n}`),
  ),
});
const mixture = fc.array(registro, { minLength: 2, maxLength: 8 });

it('keeps the limits of each registro for any simultaneous registrations, and refuses none that had room', async () => {
  await fc.assert(
    fc.asyncProperty(mixture, async (registros) => {
      await startAnew();
      const results = await Promise.all(registros.map(registerAtLast));
      await expectLimits();
      for (const [i, error] of results.entries()) {
        if (error) expect(error, JSON.stringify(registros[i])).toBe('NINGUN_REGISTRO_LO_ADMITE');
        await expectServed(registros[i] as Registro);
      }
    }),
    { numRuns: 12 },
  );
});

it('keeps them while registros leave their medios at the same time', async () => {
  const bajas = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(mixture, mixture, bajas, async (before, meanwhile, quitados) => {
      await startAnew();
      for (const each of before) await registerAtLast(each);
      await Promise.all([...meanwhile.map(registerAtLast), ...quitados.map((i) => takeOff(numeros[i] as string))]);
      await expectLimits();
    }),
    { numRuns: 8 },
  );
});

/** The next day, with nothing registered. */
async function startAnew(): Promise<void> {
  await escenario.db.medioDeContacto.updateMany({
    where: { estado: 'EN_PROCESO' },
    data: { estado: 'BAJA', fechaDeBaja: escenario.ctx.now() },
  });
  escenario.advance(25 * 3_600_000);
  titular = await escenario.enter();
}

/** As a person does: what changed while the window was open is asked again. Answers the refusal, if that is the end of it. */
async function registerAtLast({ elegidos, valor }: Registro): Promise<string | null> {
  const which = elegidos === 'todos' ? elegidos : elegidos.map((i) => numeros[i] as string);
  for (;;) {
    const result = await registerForRegistros(titular, valor, which);
    if (result.ok) return null;
    if (result.error !== 'CAMBIO_AL_CONFIRMAR') return result.error;
  }
}

async function takeOff(numero: string): Promise<void> {
  const found = await escenario.db.alcanceDeMedio.findFirst({
    where: { numero, lugar: { not: null } },
    select: { medio: { select: { folio: true } } },
  });
  if (found) await removeRegistrosDeMedio(titular.ctx, { folio: found.medio.folio, numeros: [numero] });
}

async function expectLimits(): Promise<void> {
  const alcances = await escenario.db.alcanceDeMedio.findMany({ where: { lugar: { not: null } } });
  for (const { numero, mecanismo } of alcances) {
    const taken = alcances.filter((each) => each.numero === numero && each.mecanismo === mecanismo);
    expect(taken.length).toBeLessThanOrEqual(LUGARES[mecanismo]);
    expect(new Set(taken.map(({ valorComparable }) => valorComparable)).size).toBe(taken.length);
  }
  const medios = await escenario.db.medioDeContacto.findMany({ where: { estado: 'EN_PROCESO' } });
  for (const { id, registros } of medios)
    expect(await escenario.db.alcanceDeMedio.count({ where: { medioId: id, lugar: { not: null } } })).toBe(registros);
}

/** Each registro asked for has the value, or no place for it. */
async function expectServed({ elegidos, valor }: Registro): Promise<void> {
  const mecanismo = valor.includes('@') ? 'CORREO_ELECTRONICO' : 'TELEFONO';
  for (const i of elegidos === 'todos' ? [0, 1, 2, 3] : elegidos) {
    const taken = await escenario.db.alcanceDeMedio.findMany({
      where: { numero: numeros[i] as string, mecanismo, lugar: { not: null } },
      select: { valorComparable: true },
    });
    const hasIt = taken.some(({ valorComparable }) => valorComparable.endsWith(valor));
    expect(hasIt || taken.length === LUGARES[mecanismo], `${numeros[i]} ${valor}`).toBe(true);
  }
}
