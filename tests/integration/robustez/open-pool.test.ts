import type { Pool, PoolClient } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from '#infra/logger/logger.ts';
import { openPool } from '#infra/queue/open-pool.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const END_THE_OTHERS = `
  SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
  WHERE application_name = 'cola' AND pid <> pg_backend_pid()`;

let pool: Pool;
let lines: string[];
beforeEach(async () => {
  await testDb();
  lines = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const url = new URL(testDatabaseUrl());
  url.searchParams.set('application_name', 'cola');
  pool = openPool(url.href, 2, createLogger({ nivel: 'warn', now: () => new Date(), destination }));
});
afterEach(() => pool.end());

function takeClient(): Promise<{ client: PoolClient; done: () => void }> {
  return new Promise((resolve, reject) => {
    pool.connect((error, client, done) => (client ? resolve({ client, done }) : reject(error)));
  });
}

it('a connection given back twice is given back once', async () => {
  const { done } = await takeClient();
  done();
  const another = await takeClient();
  done();
  expect((await another.client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  another.done();
});

it('connections that the server ends, idle or in use, are told and replaced', async () => {
  const { client, done } = await takeClient();
  await pool.query('SELECT 1');
  await (await testDb()).$executeRawUnsafe(END_THE_OTHERS);
  await expect(client.query('SELECT 1')).rejects.toThrow();
  done();
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  expect(lines.every((line) => line.includes('a connection of the worker failed'))).toBe(true);
  expect(lines.length).toBeGreaterThanOrEqual(2);
});
