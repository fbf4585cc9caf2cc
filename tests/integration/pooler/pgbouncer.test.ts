import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkDatabase } from '#cli/check-database.ts';
import { createPool, isPooler, openConnection, SESSION_SETTINGS } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { readFalla } from '#infra/db/falla.ts';
import { createLimite } from '#infra/limite/limite.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { signIn } from '#tramites/sesion/sign-in.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { createBaseAjena } from '../../support/ajustes-ajenos.ts';
import { answerChallenge, createEscenario, type Escenario } from '../../support/escenario.ts';
import { hasPgbouncer, type Pgbouncer, startPgbouncer } from '../../support/pgbouncer.ts';
import { isRelojMovido } from '../../support/reloj-movido.ts';
import { createRolDelPortal, dropRolDelPortal } from '../../support/rol-del-portal.ts';
import { createInstalacion } from '../robustez/instalacion.ts';
import { spawnWorker } from '../robustez/proceso-worker.ts';

const BASE = `pooler_${process.pid}`;

let pgbouncer: Pgbouncer;
let ownerUrl: string;
let directUrl: string;
let url: string;
let db: Db;
let escenario: Escenario;

/** As an operator has it: a server in Tijuana, the portal's own role, and somebody who tried the address before the portal did. */
beforeAll(async () => {
  if (!hasPgbouncer) return;
  ownerUrl = await createBaseAjena(inject('plantillaUrl'), BASE, 'BASE');
  await migrate(ownerUrl);
  directUrl = await createRolDelPortal(ownerUrl);
  pgbouncer = await startPgbouncer([directUrl, ownerUrl]);
  url = pgbouncer.urlOf(directUrl);
  await checkDatabase(url);
  expect(await grantPortal(ownerUrl, [url])).toEqual([]);
  db = createDb(url, { max: 10, trabajo: 'PORTAL' });
  escenario = await createEscenario(db);
});
afterAll(async () => {
  if (!hasPgbouncer) return;
  await db?.$disconnect();
  await pgbouncer?.stop();
  if (directUrl) await dropRolDelPortal(ownerUrl, directUrl);
  const owner = await openConnection(inject('plantillaUrl'));
  await owner.query(`DROP DATABASE IF EXISTS ${BASE} WITH (FORCE)`).finally(() => owner.end());
});

const correo = () => ({
  mecanismo: 'CORREO_ELECTRONICO' as const,
  valor: `${randomUUID()}@correo.example`,
  peticionId: randomUUID(),
});

/** Ten at a time, so that a busy machine does not make any wait for its connection longer than a person may. */
async function inTurns<T, R>(all: T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += 10) results.push(...(await Promise.all(all.slice(at, at + 10).map(work))));
  return results;
}

const rfcOf = (nth: number) => `GOLJ910822${String(100 + nth)}`;

describe.skipIf(!hasPgbouncer)('the portal behind PgBouncer in transaction mode (skipped without pgbouncer)', () => {
  it('takes fifty sign-ins and registrations, ten at a time, none of which fails', async () => {
    const rfcs = Array.from({ length: 50 }, (_, nth) => rfcOf(nth));
    expect(new Set(rfcs).size).toBe(50);
    const results = await inTurns(rfcs, async (rfc) =>
      registerMedioDeContacto((await escenario.enter(rfc)).ctx, correo()),
    );
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(await db.medioDeContacto.count()).toBe(50);
  });

  it('counts tries, also more than it has connections for', async () => {
    const pool = createPool(url, { trabajo: 'PORTAL', max: 2 });
    const limite = createLimite(pool, { nombre: randomUUID(), veces: 40, ventanaSegundos: 600 });
    const allowed = await inTurns(Array.from({ length: 50 }), () => limite.allow('una'));
    await pool.end();
    expect(allowed.filter(Boolean)).toHaveLength(40);
  });

  it('keeps a challenge to one use', async () => {
    const rfc = rfcOf(60);
    const ingreso = await answerChallenge(escenario.ctx, await escenario.autoridad.issue({ rfc }), rfc);
    const results = await Promise.all([signIn(escenario.ctx, ingreso), signIn(escenario.ctx, ingreso)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it.each(['2027-03-14T02:30:00.000Z', '2026-11-01T08:30:00.000Z', '2026-12-31T23:59:59.999Z'])(
    'keeps instants as they were, of a server in Tijuana: %s',
    async (at) => {
      escenario.setNow(new Date(at));
      const { ctx } = await escenario.enter(rfcOf(70));
      const result = await registerMedioDeContacto(ctx, correo());
      if (!result.ok) throw new Error(result.error);
      const { folio } = result.value;
      const owner = await openConnection(ownerUrl);
      const { rows } = await owner
        .query(
          `SELECT extract(epoch FROM fecha_de_registro)::float8 * 1000 AS registro,
                  extract(epoch FROM vence_en)::float8 * 1000 AS vence
           FROM medio_de_contacto WHERE folio = $1`,
          [folio],
        )
        .finally(() => owner.end());
      const ms = new Date(at).getTime();
      expect(rows).toEqual([{ registro: ms, vence: ms + 72 * 3_600_000 }]);
      const read = await db.medioDeContacto.findUnique({ where: { folio }, select: { fechaDeRegistro: true } });
      expect(read).toEqual({ fechaDeRegistro: new Date(at) });
    },
  );

  it('finds what every connection states in each of its sessions, whoever used them before', async () => {
    // As commands and workers come in: what they would set for themselves is nobody else's.
    for (const trabajo of ['CARGA', 'WORKER', 'LIMITE', 'COLA'] as const) {
      const other = createPool(url, { trabajo, max: 10 });
      await Promise.all(Array.from({ length: 10 }, () => other.query('SELECT pg_sleep(0.1)')));
      await other.end();
    }
    const names = Object.keys(SESSION_SETTINGS);
    const read = () =>
      db.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT pg_sleep(0.2)`;
        const rows = await tx.$queryRaw<{ name: string; setting: string; pid: number }[]>`
          SELECT name, current_setting(name) AS setting, pg_backend_pid() AS pid FROM pg_settings WHERE lower(name) = ANY (${names})`;
        const [disco] = await tx.$queryRaw<[object]>`
          SELECT current_setting('synchronous_commit') AS espera, current_setting('transaction_timeout') AS limite`;
        expect(disco).toEqual({ espera: 'on', limite: '0' });
        return {
          pid: rows[0]?.pid,
          ajustes: Object.fromEntries(rows.map((row) => [row.name.toLowerCase(), row.setting])),
        };
      });
    const sessions = await Promise.all(Array.from({ length: 10 }, read));
    expect(new Set(sessions.map(({ pid }) => pid)).size).toBeGreaterThan(5);
    for (const { ajustes } of sessions) expect(ajustes).toEqual({ ...SESSION_SETTINGS });
  });

  it.skipIf(isRelojMovido)(
    'waits for a row and for a statement no longer than without it (skipped when libfaketime moves the clock)',
    async () => {
      const other = await openConnection(ownerUrl);
      await other.query('BEGIN');
      await other.query('LOCK TABLE titular IN ACCESS EXCLUSIVE MODE');
      const began = performance.now();
      const told = await db.titular.count().catch(readFalla);
      expect({ told, isInTime: performance.now() - began < 6_000 }).toEqual({ told: 'OCUPADO', isInTime: true });
      await other.query('ROLLBACK');
      await other.end();
      expect(await db.$executeRaw`SELECT pg_sleep(30)`.catch(readFalla)).toBe('OCUPADO');
    },
  );

  it('can be migrated through it: several at once, one after the other, and no lock is left behind', async () => {
    const owner = await openConnection(ownerUrl);
    await owner.query(`CREATE DATABASE ${BASE}_otra`);
    try {
      const otra = Object.assign(new URL(pgbouncer.urlOf(ownerUrl)), { pathname: `/${BASE}_otra` }).href;
      const applied = await Promise.all([1, 2, 3].map(() => migrate(otra)));
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
      const { rows } = await owner.query(
        `SELECT FROM pg_locks JOIN pg_database ON oid = database AND datname = '${BASE}_otra' WHERE locktype = 'advisory'`,
      );
      expect(rows).toEqual([]);
    } finally {
      await owner.query(`DROP DATABASE ${BASE}_otra WITH (FORCE)`).finally(() => owner.end());
    }
  });

  it('is told apart from the server', async () => {
    expect([await isPooler(url), await isPooler(directUrl)]).toEqual([true, false]);
  });

  it('says in a line what it does not let through', async () => {
    await expect(checkDatabase(`${url}?options=-c%20timezone%3DUTC`)).rejects.toThrow(
      'No se puede usar la base de datos de DATABASE_URL: el pooler no deja pasar: quita «options»',
    );
  });

  it('stops a worker that has no other way to the server, and lets one that has', async () => {
    const instalacion = await createInstalacion(url, escenario.autoridad, new Date());
    const stopped = spawnWorker({ ...instalacion.env, BUZON_DESFASE: '' });
    const [code] = await once(stopped.process, 'exit');
    expect({ code, said: stopped.output() }).toEqual({
      code: 1,
      said: expect.stringContaining('DATABASE_URL pasa por un pooler: di en DATABASE_URL_DIRECTA'),
    });
    const worker = spawnWorker({ ...instalacion.env, BUZON_DESFASE: '', DATABASE_URL_DIRECTA: directUrl });
    await expect.poll(worker.output).toContain('El worker atiende la cola');
    expect(await worker.stop()).toBe(0);
    await instalacion.stop();
  });
});
