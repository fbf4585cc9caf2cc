import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isUtil } from '#domain/medio-de-contacto/salud.ts';
import { contableHasta, listTramos, periodoDe } from '#domain/soporte/rango-del-tablero.ts';
import { openConnection } from '#infra/db/connection.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { listSalud } from '#tramites/medio-de-contacto/list-salud.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import { createEscenario, type Escenario, enterSoporte } from '../../support/escenario.ts';
import { type Hecho, hechosDe, keepSolamenteMarcas, setMarcas } from '../../support/hechos-del-tablero.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const HOY = new Date('2026-11-24T18:20:00Z');
/** Before it nothing happened. */
const PRINCIPIO = new Date('2026-11-22T06:00:00Z');

let escenario: Escenario;
let ctx: ContextoDeSoporte;
let dueno: pg.Client;
beforeAll(async () => {
  await testDb();
  dueno = await openConnection(testDatabaseUrl());
  await keepSolamenteMarcas(dueno);
});
afterAll(async () => {
  await setMarcas(dueno, 'ENABLE');
  await dueno.end();
});
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  ({ ctx } = await enterSoporte(escenario, 'SUPERVISION', 'LOVC900412QX8'));
  await startEmpty();
});

/** With nothing left to sum of the days before all of it. */
async function startEmpty(): Promise<void> {
  await dueno.query(
    'TRUNCATE medio_de_contacto, solicitud, aviso, lectura_de_rebote, tramo_contado, tramo_por_contar CASCADE',
  );
  await ctx.db.tramoContado.createMany({ data: listTramos(HOY).filter(({ hasta }) => hasta <= PRINCIPIO) });
  escenario.setNow(HOY);
}

const write = ({ sql, values }: Hecho, client: pg.ClientBase = dueno) => client.query(sql, values);

async function settle(): Promise<void> {
  while ((await settleTramos(ctx)) > 0) {}
}

/** Of what may be summed by now; where the clock went back there are others, whose hour is to come again. */
const countMarcas = () => ctx.db.tramoPorContar.count({ where: { instante: { lt: contableHasta(ctx.now()) } } });

/** The same board with nothing summed beforehand, in a transaction that is undone. */
async function recount() {
  let recuento: unknown;
  const undone = ctx.db.$transaction(async (tx) => {
    await tx.tramoContado.deleteMany();
    const db = { $transaction: (work: (each: typeof tx) => unknown) => work(tx) };
    const lectura = (read: (each: typeof db) => unknown) => read(db);
    recuento = await collectTablero({ ...ctx, lectura: lectura as never }, 7);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  return recuento;
}

/** By the rule of the domain, of each titular on its own. */
async function countSinMedio(): Promise<number> {
  const candidatos = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT titular_id AS id FROM aviso
    WHERE creado_en >= ${periodoDe(7, ctx.now()).desde} AND (estado IN ('REBOTADO', 'RECHAZADO') OR tipo = 'MEDIO_CANCELADO')
      AND EXISTS (SELECT FROM solicitud WHERE solicitud.titular_id = aviso.titular_id AND solicitud.estado = 'FIRMADA')`;
  const ids = candidatos.map(({ id }) => id);
  const utiles = (await listSalud(ctx, ids)).filter(({ registros, salud }) => registros === null && isUtil(salud));
  return ids.length - new Set(utiles.map(({ titularId }) => titularId)).size;
}

describe('what is summed is what a full recount says', () => {
  const momento = fc.date({ min: PRINCIPIO, max: HOY, noInvalidDate: true });
  const pasos = fc.array(
    fc.oneof(
      { weight: 8, arbitrary: hechosDe(momento) },
      // Forwards and back: what was summed may be in the future then.
      { weight: 1, arbitrary: fc.integer({ min: -40, max: 30 }).map((horas) => ({ reloj: horas })) },
      { weight: 2, arbitrary: fc.constant('WORKER' as const) },
    ),
    { minLength: 10, maxLength: 50, size: 'max' },
  );

  it('whatever happens, late or not, and whenever the worker runs', async () => {
    await fc.assert(
      fc.asyncProperty(pasos, async (each) => {
        await startEmpty();
        for (const paso of each) {
          if (paso === 'WORKER') await settleTramos(ctx);
          else if ('reloj' in paso) escenario.setNow(new Date(HOY.getTime() + paso.reloj * 3_600_000));
          else await write(paso);
          if (paso === 'WORKER' && (await countMarcas()) === 0)
            expect(await collectTablero(ctx, 7)).toEqual(await recount());
        }
        await settle();
        expect(await collectTablero(ctx, 7)).toEqual(await recount());
        escenario.setNow(HOY);
        await settle();
        expect(await countMarcas()).toBe(0);
        const tablero = await collectTablero(ctx, 7);
        expect(tablero).toEqual(await recount());
        expect(tablero.sinMedio).toBe(await countSinMedio());
      }),
      { numRuns: 8 },
    );
  });

  it('also of what was being written when its hour was summed, by one worker or by two', async () => {
    const ayer = hechosDe(fc.constant(new Date('2026-11-23T18:30:00Z')));
    const writer = await openConnection(testDatabaseUrl());
    try {
      await writer.query('SET session_replication_role = replica; BEGIN');
      for (const hecho of fc.sample(ayer, 30)) await write(hecho, writer);
      await Promise.all([settleTramos(ctx), settleTramos(ctx)]);
      await settle();
      const before = await recount();
      await writer.query('COMMIT');
      expect(await recount()).not.toEqual(before);
      await Promise.all([settleTramos(ctx), settleTramos(ctx)]);
      expect(await collectTablero(ctx, 7)).toEqual(await recount());
    } finally {
      await writer.end();
    }
  });

  it('and what happens in a quarter of an hour that is not summed yet counts at once, and leaves no work until it is over', async () => {
    await settle();
    const ahora = hechosDe(fc.constant(new Date('2026-11-24T18:10:00Z')));
    for (const hecho of fc.sample(ahora, 120)) await write(hecho);
    expect(await countMarcas()).toBe(0);
    const tablero = await collectTablero(ctx, 7);
    expect(tablero.embudo.registraron).toBeGreaterThan(0);
    expect(tablero).toEqual(await recount());
  });
});

it('a stretch that cannot be summed keeps no other back, and is counted live', async () => {
  await settle();
  const desdeLasDiez = { where: { desde: { gte: new Date('2026-11-24T10:00:00Z') } } };
  await ctx.db.tramoContado.deleteMany(desdeLasDiez);
  await dueno.query(
    "ALTER TABLE tramo_contado ADD CONSTRAINT no_cabe CHECK (desde <> '2026-11-24T12:00:00Z') NOT VALID",
  );
  try {
    await expect(settleTramos(ctx)).rejects.toThrow('no_cabe');
    expect(await ctx.db.tramoContado.count(desdeLasDiez)).toBe(7);
    expect(await collectTablero(ctx, 7)).toEqual(await recount());
  } finally {
    await dueno.query('ALTER TABLE tramo_contado DROP CONSTRAINT no_cabe');
  }
});

it('an hour that is over takes the place of its quarters, and a day of its hours', async () => {
  const countTramos = async (now: string) => {
    escenario.setNow(new Date(now));
    await settle();
    return ctx.db.tramoContado.count({ where: { desde: { gte: PRINCIPIO } } });
  };
  expect(await countTramos('2026-11-24T19:14:00Z')).toBe(2 + 12 + 3);
  expect(await countTramos('2026-11-24T19:15:00Z')).toBe(2 + 13);
  expect(await countTramos('2026-11-25T06:15:00Z')).toBe(3);
});
