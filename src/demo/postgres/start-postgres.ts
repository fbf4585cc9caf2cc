import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '#infra/db/connection.ts';
import { findFreePort } from '../free-port.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { type Place, preparePlace } from './place.ts';
import { stopProcesos } from './processes.ts';
import { makeData, spawnServer, USUARIO } from './spawn-server.ts';

export type EmbeddedPostgres = Awaited<ReturnType<typeof startPostgres>>;

interface Options {
  datos: string;
  /** Tests only: faster, and a crash of the machine may lose data. */
  isDisposable?: boolean;
  database: string;
  maxConnections?: number;
}

const INTENTOS = 3;
const READY_MS = 120_000;
const STOP_MS = 20_000;

/** What an earlier portal left is ended and its data taken over. On loopback only, on a port of its own choice. */
export async function startPostgres(options: Options) {
  const lugar = await preparePlace(options.datos);
  const binaries = await findBinaries({ forAnyone: lugar.usuario !== null, copyTo: lugar.programas });
  await stopProcesos(lugar.nombre);
  await makeData(lugar, binaries, options.isDisposable ?? false);
  await rm(`${lugar.data}/postmaster.pid`, { force: true });
  const { server, port } = await startServer(lugar, binaries, options);
  const urlOf = (database: string) => `postgresql://${USUARIO}:${lugar.password}@127.0.0.1:${port}/${database}`;
  await createDatabaseOnce(urlOf('postgres'), options.database);
  let isStopping = false;
  const ended = once(server, 'exit');
  return {
    urlOf,
    /** Settles when it ended without having been asked to. */
    died: ended.then(() => (isStopping ? new Promise<void>(() => undefined) : undefined)),
    stop: async (): Promise<void> => {
      isStopping = true;
      server.stdin?.end();
      await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
      await stopProcesos(lugar.nombre, 0);
    },
  };
}

async function startServer(lugar: Place, binaries: Binaries, options: Options) {
  for (let intento = 1; ; intento++) {
    const port = await findFreePort();
    const server = await spawnServer(lugar, binaries, toFlags(lugar, port, options));
    const url = `postgresql://${USUARIO}:${lugar.password}@127.0.0.1:${port}/postgres`;
    const isReady = await Promise.race([waitUntilReady(url, server), once(server, 'exit').then(() => false)]);
    if (isReady) return { server, port };
    // The port was taken meanwhile, or the memory of a killed server is not yet free.
    if (intento === INTENTOS) throw new Error(`PostgreSQL no arrancó:\n${await readTail(lugar.log)}`);
    await sleep(500);
  }
}

function toFlags({ data, nombre }: Place, port: number, { isDisposable, maxConnections = 60 }: Options): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    cluster_name: nombre,
    max_connections: maxConnections,
    // Small machines and containers: their shared memory may be too little for parallel queries.
    max_parallel_workers_per_gather: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isDisposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-p', String(port), ...given];
}

async function waitUntilReady(url: string, server: ChildProcess): Promise<boolean> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && server.exitCode === null) {
    const isReady = await withConnection(url, async () => true).catch(() => false);
    if (isReady) return true;
    await sleep(40);
  }
  return false;
}

function createDatabaseOnce(adminUrl: string, database: string): Promise<void> {
  return withConnection(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

async function readTail(log: string): Promise<string> {
  return (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-8).join('\n');
}
