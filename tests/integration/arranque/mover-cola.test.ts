import type { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followReloj, moveQueue, moveReloj, resumeReloj, retryQueue } from '#demo/move-reloj.ts';
import { createClock, setAdelanto } from '#infra/clock/clock.ts';
import { openConnection } from '#infra/db/connection.ts';
import type { Db } from '#infra/db/db.ts';
import { listTareas } from '#tramites/soporte/list-tareas-de-folio.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const HOUR_MS = 3_600_000;
const [SOLICITUD, MEDIO, AVISO] = ['solicitud', 'medio', 'aviso'];

let db: Db;
let admin: Client;
/** In an hour by the portal's clock, which is right until the portal starts with another offset. */
let enUnaHora: Date;
beforeEach(async () => {
  db = await testDb();
  admin = await openConnection(testDatabaseUrl());
  await start(0);
  enUnaHora = new Date(Date.now() + HOUR_MS);
  await db.$transaction(async (tx) => {
    await addTarea(tx, { desfaseMs: () => 0 }, 'verificar-solicitud', { solicitudId: SOLICITUD }, enUnaHora);
    await addTarea(tx, { desfaseMs: () => 0 }, 'enviar-aviso', { avisoId: AVISO });
  });
});
afterEach(() => {
  setAdelanto(0);
  return admin.end();
});

const start = (desfaseMs: number) => moveQueue(testDatabaseUrl(), desfaseMs);

/** When the queue takes them, as a portal with this offset shows it. */
async function cuando(desfaseMs: number) {
  const tareas = await listTareas({ db, desfaseMs: () => desfaseMs }, [
    ['verificar-solicitud', SOLICITUD],
    ['cancelar-medio', MEDIO],
  ]);
  return Object.fromEntries(tareas.map(({ nombre, cuando }) => [nombre, cuando]));
}

async function due(): Promise<string[]> {
  const { rows } = await admin.query(
    'SELECT task_identifier FROM graphile_worker.jobs WHERE run_at <= now() ORDER BY 1',
  );
  return rows.map(({ task_identifier }) => task_identifier);
}

it('what waits for an instant of the portal’s clock is due when a start moves that clock past it', async () => {
  await start(HOUR_MS - 60_000);
  expect(await due()).toEqual(['enviar-aviso']);
  expect(await cuando(HOUR_MS - 60_000)).toEqual({ 'verificar-solicitud': enUnaHora });
  await start(HOUR_MS + 60_000);
  expect(await due()).toEqual(['enviar-aviso', 'verificar-solicitud']);
});

it('the same clock moves nothing, and back it is where it was, with what was added meanwhile', async () => {
  const mananaMs = 24 * HOUR_MS;
  const alMediodia = new Date(Date.now() + mananaMs + 2 * HOUR_MS);
  await start(-mananaMs);
  await db.$transaction((tx) =>
    addTarea(tx, { desfaseMs: () => -mananaMs }, 'cancelar-medio', { medioId: MEDIO }, alMediodia),
  );
  for (const desfaseMs of [-mananaMs, -mananaMs, 0]) {
    await start(desfaseMs);
    expect(await cuando(desfaseMs)).toEqual({ 'verificar-solicitud': enUnaHora, 'cancelar-medio': alMediodia });
  }
  expect(await due(), 'what is for now is for now by any clock').toEqual(['enviar-aviso']);
});

it('a clock put back delays neither another try nor a job that goes by the clock', async () => {
  await admin.query("UPDATE graphile_worker._private_jobs SET attempts = 1, run_at = now() + interval '1 minute'");
  await admin.query(
    "SELECT graphile_worker.add_job('limpiar', job_key => 'limpiar', run_at => now() + interval '1 hour')",
  );
  const jobs = () => admin.query('SELECT key, run_at FROM graphile_worker.jobs ORDER BY key').then(({ rows }) => rows);
  const before = await jobs();
  await start(-5 * 365 * 24 * HOUR_MS);
  expect(await jobs()).toEqual(before);
});

describe('a clock that is moved by hand', () => {
  const url = testDatabaseUrl();
  const clock = createClock();

  it('makes due what waits, adds up, and goes back to what it is', async () => {
    await moveReloj(url, clock, HOUR_MS / 2);
    expect(await due()).toEqual(['enviar-aviso']);
    await moveReloj(url, clock, HOUR_MS);
    expect(clock.desfaseMs()).toBe(1.5 * HOUR_MS);
    expect(await due()).toEqual(['enviar-aviso', 'verificar-solicitud']);
    await moveReloj(url, clock, 0);
    expect(clock.desfaseMs()).toBe(0);
  });

  it('stays so for the next start, over its BUZON_DESFASE, and for another process', async () => {
    await moveReloj(url, clock, HOUR_MS);
    setAdelanto(0);
    const next = createClock('PT2H');
    await moveQueue(url, next.desfaseMs(), await resumeReloj(url));
    expect(next.desfaseMs()).toBe(3 * HOUR_MS);
    expect(await due()).toEqual(['enviar-aviso', 'verificar-solicitud']);
    const stop = await followReloj(url);
    await moveReloj(url, next, HOUR_MS);
    setAdelanto(0);
    await expect.poll(() => next.desfaseMs()).toBe(4 * HOUR_MS);
    await stop();
  });

  it('nothing that failed waits for its next try once the cause is mended', async () => {
    await admin.query("UPDATE graphile_worker._private_jobs SET attempts = 3, run_at = now() + interval '1 hour'");
    expect(await due()).toEqual([]);
    await retryQueue(url);
    expect(await due()).toEqual(['enviar-aviso', 'verificar-solicitud']);
  });
});
