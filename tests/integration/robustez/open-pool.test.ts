import type { Pool, PoolClient } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from '#infra/logger/logger.ts';
import { openPool, shareListener } from '#infra/queue/share-listener.ts';
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

/** As the library takes the connection that listens. */
function listen(library: Pool): Promise<{ client: PoolClient; done: () => void }> {
  return new Promise((resolve, reject) => {
    library.connect((error, client, done) => (client ? resolve({ client, done }) : reject(error)));
  });
}

/** The channels of what comes. */
function heardBy(client: PoolClient): string[] {
  const heard: string[] = [];
  client.on('notification', ({ channel }) => void heard.push(channel));
  return heard;
}

const NOTIFY = `NOTIFY "buzon:tareas", '{"limpiar":1,"enviar-aviso":2}'`;

it('one connection listens for all lanes, also after one left it, and ends with the last, however often that leaves', async () => {
  const library = shareListener(pool)(['limpiar']);
  const lanes = await Promise.all([listen(library), listen(library)]);
  const heard = lanes.map(({ client }) => heardBy(client));
  expect(pool.totalCount).toBe(1);
  await lanes[0]?.client.query('UNLISTEN "jobs:insert"');
  lanes[0]?.done();
  lanes[0]?.done();
  await pool.query(NOTIFY);
  await expect.poll(() => heard[1]).toEqual(['jobs:insert']);
  for (const { done } of lanes) done();
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
  const { client, done } = await listen(library);
  const again = heardBy(client);
  await pool.query(NOTIFY);
  await expect.poll(() => again).toEqual(['jobs:insert']);
  done();
});

it('each lane hears of its own jobs alone, and of how many', async () => {
  const library = shareListener(pool);
  const lanes = await Promise.all([['limpiar'], ['emitir-acuse', 'enviar-aviso']].map((each) => listen(library(each))));
  const heard = lanes.map(({ client }) => {
    const payloads: unknown[] = [];
    client.on('notification', ({ payload }) => void payloads.push(payload));
    return payloads;
  });
  await pool.query(`NOTIFY "buzon:tareas", '{"emitir-acuse":1,"enviar-aviso":1,"cancelar-medio":1}'`);
  await pool.query(`NOTIFY "buzon:tareas", '{"limpiar":1}'`);
  await expect.poll(() => heard).toEqual([['{"count":1}'], ['{"count":2}']]);
  for (const { done } of lanes) done();
});

it('where the connection that listens is lost all are told, and share a new one', async () => {
  const library = shareListener(pool)(['limpiar']);
  const lost = await Promise.all([listen(library), listen(library)]);
  const told = lost.map(({ client }) => new Promise((resolve) => client.on('error', resolve)));
  await (await testDb()).$executeRawUnsafe(END_THE_OTHERS);
  await Promise.all(told);
  const found = await Promise.all([listen(library), listen(library)]);
  for (const { done } of lost) done();
  const heard = found.map(({ client }) => heardBy(client));
  await pool.query(NOTIFY);
  await expect.poll(() => heard).toEqual([['jobs:insert'], ['jobs:insert']]);
  for (const { done } of found) done();
});

it('where no connection can be had whoever listens is told, and has one afterwards', async () => {
  const library = shareListener(pool)(['limpiar']);
  const held = await Promise.all([pool.connect(), pool.connect()]);
  await Promise.all([1, 2].map(() => expect(listen(library)).rejects.toThrow('timeout exceeded')));
  for (const client of held) client.release();
  (await listen(library)).done();
});

it('connections that the server ends, idle or in use, are told and replaced', async () => {
  const client = await pool.connect();
  await pool.query('SELECT 1');
  await (await testDb()).$executeRawUnsafe(END_THE_OTHERS);
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release();
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  expect(lines.every((line) => line.includes('a connection of the worker failed'))).toBe(true);
  expect(lines.length).toBeGreaterThanOrEqual(2);
});
