import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '#demo/free-port.ts';
import { openConnection } from '#infra/db/connection.ts';

const DE_DEBIAN = '/usr/lib/postgresql';
/** Of the oldest that is installed, since the embedded one is the newest. */
export const VERSION = (existsSync(DE_DEBIAN) ? readdirSync(DE_DEBIAN) : []).map(Number).sort((a, b) => a - b)[0] ?? 0;
/** Its server and client. */
export const PROGRAMAS = `${DE_DEBIAN}/${VERSION}/bin`;

export const HAY_POSTGRES = existsSync(`${PROGRAMAS}/postgres`) && existsSync(`${PROGRAMAS}/pg_dump`);

const CONTRASENA = 'Dueño:con/signos@';

export interface PostgresDeDebian {
  /** Address of one of its databases, for its superuser or for another role with the same password. */
  urlOf(database: string, role?: string): string;
  query(database: string, text: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

/** A cluster of its own of the PostgreSQL that Debian brings, which refuses to run as root: then as `nobody`. */
export async function startPostgresDeDebian(): Promise<PostgresDeDebian> {
  const folder = await mkdtemp(path.join(tmpdir(), 'buzon-pg15-'));
  const data = path.join(folder, 'datos');
  const file = path.join(folder, 'contrasena');
  mkdirSync(data);
  writeFileSync(file, CONTRASENA);
  const usuario = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if ('uid' in usuario) for (const item of [folder, data, file]) chownSync(item, usuario.uid, usuario.gid);
  chmodSync(folder, 0o755);
  const options = { ...usuario, cwd: '/', stdio: 'ignore' as const };
  const init = [
    '-D',
    data,
    '-U',
    'duena',
    `--pwfile=${file}`,
    '--auth=scram-sha-256',
    '-E',
    'UTF8',
    '--no-locale',
    '-N',
  ];
  execFileSync(`${PROGRAMAS}/initdb`, init, options);
  const port = await findFreePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'autovacuum=off'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(`${PROGRAMAS}/postgres`, args, options);
  const urlOf = (database: string, role = 'duena') =>
    `postgresql://${role}:${encodeURIComponent(CONTRASENA)}@127.0.0.1:${port}/${database}`;
  const query = async (database: string, text: string) => {
    const client = await openConnection(urlOf(database));
    return (await client.query(text).finally(() => client.end())).rows;
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const isReady = await query('postgres', 'SELECT 1').catch(() => null);
    if (isReady) break;
    await sleep(100);
  }
  return {
    urlOf,
    query,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
