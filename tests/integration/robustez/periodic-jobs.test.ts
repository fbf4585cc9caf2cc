import type pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPool } from '#infra/db/connection.ts';
import { addPeriodicJobs } from '#infra/queue/add-periodic-jobs.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const PERIODIC = { 'cada-minuto': 60, 'cada-hora': 3600 };

let pool: pg.Pool;
beforeEach(async () => {
  await testDb();
  pool = createPool(testDatabaseUrl());
});
afterEach(() => pool.end());

async function jobs() {
  const { rows } = await pool.query(
    `SELECT task_identifier AS name, attempts, run_at > now() AS is_ahead, extract(epoch FROM run_at)::int AS at
     FROM graphile_worker.jobs ORDER BY 1 DESC`,
  );
  return rows;
}

it('a periodic job is one job at the end of its period, however many processes add it', async () => {
  await Promise.all([1, 2, 3].map(() => addPeriodicJobs(pool, PERIODIC)));
  const [minute, hour] = await jobs();
  expect(await jobs()).toHaveLength(2);
  expect(minute).toMatchObject({ name: 'cada-minuto' });
  expect([minute.at % 60, hour.at % 3600]).toEqual([0, 0]);
});

it('a periodic job that failed runs again in its next period', async () => {
  await addPeriodicJobs(pool, PERIODIC);
  await pool.query("UPDATE graphile_worker._private_jobs SET attempts = 1, run_at = now() + interval '1 hour'");
  await addPeriodicJobs(pool, PERIODIC);
  expect(await jobs()).toMatchObject([
    { attempts: 0, is_ahead: true },
    { attempts: 0, is_ahead: true },
  ]);
});
