import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPool } from '#infra/db/connection.ts';
import { type Queue, runQueue } from '#infra/queue/run-queue.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

/** The grace of a lock and one sweep, and what a loaded machine takes beside. */
const LIBRE_MS = 30_000;
const NADIE = { warn: () => undefined, error: () => undefined, debug: () => undefined, info: () => undefined } as never;

let pool: pg.Pool;
let queue: Queue;
/** Who had the job, each time that it was done. */
let manos: string[];
beforeEach(async () => {
  await testDb();
  pool = createPool(testDatabaseUrl(), { max: 2 });
  manos = [];
  const url = new URL(testDatabaseUrl());
  url.searchParams.set('application_name', 'cola');
  queue = runQueue({
    connectionString: url.href,
    periodic: {},
    log: NADIE,
    handlers: { limpiar: async () => void manos.push(await findMano()) },
  });
});
afterEach(async () => {
  await queue.stop();
  await pool.end();
});

async function findMano(): Promise<string> {
  const { rows } = await pool.query('SELECT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL');
  return rows[0]?.locked_by;
}

it('a job whose end the database forgot, as it died, is done again by the same process', async () => {
  await pool.query("SELECT graphile_worker.add_job('limpiar')");
  await expect.poll(() => manos).toHaveLength(1);
  await expect.poll(async () => (await pool.query('SELECT FROM graphile_worker.jobs')).rowCount).toBe(0);
  // What is back is what its taker had written.
  await pool.query("SELECT graphile_worker.add_job('limpiar', run_at => now() + interval '1 hour')");
  const taken = 'UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now(), run_at = now()';
  await pool.query(taken, [manos[0]]);
  await pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cola'");
  await expect.poll(() => manos.length, { timeout: LIBRE_MS }).toBe(2);
  expect(manos[1]).not.toBe(manos[0]);
}, 60_000);
