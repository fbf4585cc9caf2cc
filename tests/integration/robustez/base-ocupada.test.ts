import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPool, openConnection } from '#infra/db/connection.ts';
import { createCupo } from '#infra/db/cupo.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { readFalla } from '#infra/db/falla.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { labelMedio } from '#tramites/medio-de-contacto/label-medio.ts';
import { recordApertura } from '#tramites/medio-de-contacto/record-apertura.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { findSesion } from '#tramites/sesion/find-sesion.ts';
import type { Falla } from '#wording/falla/fallas.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { isRelojMovido } from '../../support/reloj-movido.ts';
import { tokenDe } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const OTRA = 'HEQL850612Q49';

let escenario: Escenario;
let portal: Db;
let other: pg.Client;
const open: Db[] = [];
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  portal = openDb({ max: 10, trabajo: 'PORTAL' });
  other = await openConnection(testDatabaseUrl());
});
afterEach(async () => {
  await other.end();
  await Promise.all(open.splice(0).map((db) => db.$disconnect()));
});

function openDb(options: Parameters<typeof createDb>[1]): Db {
  const db = createDb(testDatabaseUrl(), options);
  open.push(db);
  return db;
}

function register(ctx: ContextoDeTitular) {
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: `${randomUUID()}@correo.example` };
  return registerMedioDeContacto(ctx, { ...peticion, peticionId: randomUUID() });
}

/** What an answer was, and how many milliseconds it took. */
async function timed(work: Promise<unknown>): Promise<{ falla: Falla | null | 'NINGUNA'; ms: number }> {
  const began = performance.now();
  const falla = await work.then(() => 'NINGUNA' as const, readFalla);
  return { falla, ms: performance.now() - began };
}

async function hold(rfc: string): Promise<void> {
  await other.query('BEGIN');
  await other.query('SELECT 1 FROM titular WHERE rfc = $1 FOR UPDATE', [rfc]);
}

/** Of this database's connections, those that wait for what another holds. */
async function countWaiting(): Promise<number> {
  const [row] = await escenario.db.$queryRaw<[{ wait: number }]>`
    SELECT count(*)::int AS wait FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row.wait;
}

const VISITA = { metodo: 'GET', agente: 'NAVEGADOR' } as const;
const enFila = (ms: number, aLaVez = 3) => createCupo(portal, { aLaVez, esperaMs: ms });

describe('a row that another session holds', () => {
  it.skipIf(isRelojMovido)(
    'stops its person alone, who is told within ten seconds, and nothing was done (skipped when libfaketime moves the clock)',
    async () => {
      const cupo = enFila(3_000);
      const [una, otra] = [await escenario.enter(), await escenario.enter(OTRA)];
      const de = ({ ctx }: { ctx: ContextoDeTitular }) => ({ ...ctx, db: cupo(ctx.actor.rfc) });
      await hold(una.ctx.actor.rfc);
      const presses = Array.from({ length: 10 }, () => timed(register(de(una))));
      await sleep(200);
      const deOtra: Awaited<ReturnType<typeof timed>>[] = [];
      for (let nth = 0; nth < 4; nth++) deOtra.push(await timed(register(de(otra))));
      expect(await countWaiting()).toBeLessThanOrEqual(3);
      expect(deOtra.map(({ falla }) => falla)).toEqual(Array(4).fill('NINGUNA'));
      expect(Math.max(...deOtra.map(({ ms }) => ms))).toBeLessThan(2_000);
      const told = await Promise.all(presses);
      expect(told.map(({ falla }) => falla)).toEqual(Array(10).fill('OCUPADO'));
      expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(10_000);
      await other.query('ROLLBACK');
      expect(await escenario.db.medioDeContacto.count({ where: { titular: { rfc: una.ctx.actor.rfc } } })).toBe(0);
      expect(await register(de(una))).toMatchObject({ ok: true });
    },
  );

  it.skipIf(isRelojMovido).each<[string, string, (ctx: ContextoDeTitular, folio: string, token: string) => unknown]>([
    ['a word for a medio', 'medio_de_contacto', (ctx, folio) => labelMedio(ctx, folio, 'el de la oficina')],
    ['a link that is opened', 'medio_de_contacto', (ctx, _, token) => recordApertura(ctx, token, VISITA)],
    ['a page, which says that there is somebody', 'sesion', (ctx) => findSesion(ctx, ctx.actor.sesionId)],
  ])('has no more than three wait of %s, though each is a statement alone (%#)', async (_, tabla, press) => {
    const { ctx, efirma } = await escenario.enter();
    const registrado = await register(ctx);
    if (!registrado.ok) throw new Error(registrado.error);
    const { folio } = registrado.value;
    const token = await tokenDe({ ctx, efirma }, folio);
    escenario.advance(60_000);
    await other.query(`BEGIN; SELECT FROM ${tabla} FOR UPDATE`);
    const suyo = { ...ctx, db: enFila(3_000)(ctx.actor.rfc) };
    const presses = Array.from({ length: 10 }, () => timed(Promise.resolve(press(suyo, folio, token))));
    await expect.poll(countWaiting, { interval: 20 }).toBeGreaterThanOrEqual(3);
    await sleep(500);
    expect(await countWaiting()).toBe(3);
    expect(new Set((await Promise.all(presses)).map(({ falla }) => falla))).toEqual(new Set(['OCUPADO']));
    await other.query('ROLLBACK');
    expect((await timed(Promise.resolve(press(suyo, folio, token)))).falla).toBe('NINGUNA');
  });
});

it.skipIf(isRelojMovido)(
  'a portal stopped in the middle of a transaction holds its rows for seconds, not for ever (skipped when libfaketime moves the clock)',
  async () => {
    const { ctx } = await escenario.enter();
    const pool = createPool(testDatabaseUrl(), { trabajo: 'PORTAL', max: 1 });
    pool.on('error', () => undefined);
    const stopped = await pool.connect();
    stopped.on('error', () => undefined);
    await stopped.query('BEGIN');
    await stopped.query('SELECT 1 FROM titular WHERE rfc = $1 FOR UPDATE', [ctx.actor.rfc]);
    expect((await timed(register({ ...ctx, db: portal }))).falla).toBe('OCUPADO');
    await expect
      .poll(() => timed(register({ ...ctx, db: portal })))
      .toMatchObject({
        falla: 'NINGUNA',
      });
    // What it wakes up to: nothing of it was done.
    expect(readFalla(await stopped.query('COMMIT').catch((error: unknown) => error))).toBe('OCUPADO');
    stopped.release(true);
    await pool.end();
  },
);

it.skipIf(isRelojMovido)(
  'a statement that takes too long is ended on the server too (skipped when libfaketime moves the clock)',
  async () => {
    const long = timed(portal.$executeRaw`SELECT pg_sleep(60)`);
    const { falla, ms } = await long;
    expect({ falla, isInTime: ms < 10_000 }).toEqual({ falla: 'OCUPADO', isInTime: true });
    const running = await escenario.db.$queryRaw<object[]>`
    SELECT pid FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND state = 'active' AND pid <> pg_backend_pid()`;
    expect(running).toEqual([]);
  },
);

it('where no connection is free whoever waits is told', async () => {
  const one = openDb({ max: 1, trabajo: 'PORTAL' });
  const holds = one.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(6)`);
  await sleep(200);
  const told = await Promise.all([timed(one.titular.count()), timed(one.$transaction((tx) => tx.titular.count()))]);
  expect(told.map(({ falla }) => falla)).toEqual(['OCUPADO', 'OCUPADO']);
  expect(Math.max(...told.map(({ ms }) => ms))).toBeLessThan(6_000);
  await holds;
});

it.skipIf(isRelojMovido)(
  'two that wait for each other: one is told (skipped when libfaketime moves the clock)',
  async () => {
    const rfcs = [(await escenario.enter()).ctx.actor.rfc, (await escenario.enter(OTRA)).ctx.actor.rfc];
    const change = (order: string[]) =>
      portal.$transaction(async (tx) => {
        for (const rfc of order) {
          await tx.titular.updateMany({ where: { rfc }, data: { nombre: 'OTRO NOMBRE' } });
          await sleep(200);
        }
      });
    const told = await Promise.all([timed(change(rfcs)), timed(change(rfcs.toReversed()))]);
    expect(told.map(({ falla }) => falla).sort()).toEqual(['NINGUNA', 'OCUPADO']);
  },
);

it('a database that is not there is no database that is busy', async () => {
  const nowhere = createDb(testDatabaseUrl().replace(/:\d+\//, ':1/'), { max: 1, trabajo: 'PORTAL' });
  expect([
    (await timed(nowhere.titular.count())).falla,
    (await timed(nowhere.$transaction((tx) => tx.titular.count()))).falla,
  ]).toEqual(['SIN_BASE', 'SIN_BASE']);
  await nowhere.$disconnect();
});

it('a database that may only be read for now, as a replica in its place, is one that is not there', async () => {
  const url = new URL(testDatabaseUrl());
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  const readOnly = createDb(url.href, { max: 1, trabajo: 'PORTAL' });
  expect((await timed(readOnly.titular.updateMany({ data: { nombre: 'OTRO NOMBRE' } }))).falla).toBe('SIN_BASE');
  expect((await timed(readOnly.titular.count())).falla).toBe('NINGUNA');
  await readOnly.$disconnect();
});

it('a fault of ours is neither', async () => {
  expect((await timed(portal.$queryRaw`SELECT 1/0`)).falla).toBeNull();
});

it.each([
  ['PORTAL', '8s', '4s'],
  ['WORKER', '1min', '15s'],
  ['CARGA', '0', '2min'],
] as const)('%s works for as long as that work may take', async (trabajo, statement, lock) => {
  const db = openDb({ max: 1, trabajo });
  const [plazos] = await db.$queryRaw<[object]>`
    SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
  expect(plazos).toEqual({ statement, lock });
});

it.each([
  ['PORTAL', false],
  ['WORKER', false],
  ['CARGA', false],
  ['LIMITE', true],
  ['COLA', true],
] as const)(
  '%s waits for the disk, whatever the server says, unless what it writes may be forgotten',
  async (trabajo, isSinDisco) => {
    const pool = createPool(testDatabaseUrl(), { max: 1, trabajo });
    const { rows } = await pool.query("SELECT current_setting('synchronous_commit') = 'off' AS es");
    await pool.end();
    expect(rows).toEqual([{ es: isSinDisco }]);
  },
);

describe('the places of one person', () => {
  it('are taken in turn, and not by anybody else', async () => {
    const cupo = enFila(5_000, 1);
    const order: string[] = [];
    const run = (persona: string, name: string, ms: number) =>
      cupo(persona).$transaction(async () => {
        await sleep(ms);
        order.push(name);
      });
    await Promise.all([run('una', 'primera', 300), run('una', 'segunda', 0), run('otra', 'suya', 0)]);
    expect(order).toEqual(['suya', 'primera', 'segunda']);
  });

  it('are given back by what fails', async () => {
    const cupo = enFila(200, 1);
    const fails = cupo('una').$transaction(() => Promise.reject(new Error('no')));
    await expect(fails).rejects.toThrow('no');
    await expect(cupo('una').$transaction(async () => 'sí')).resolves.toBe('sí');
    expect(await cupo('una').titular.count()).toBe(0);
  });
});
