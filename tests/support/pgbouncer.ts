import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '#demo/free-port.ts';
import { openConnection } from '#infra/db/connection.ts';
import { makeTempDir } from './carpeta-temporal.ts';

const PROGRAMA = '/usr/sbin/pgbouncer';
const NOBODY = 65534;
const READY_MS = 60_000;

/** Where Debian's package puts it. */
export const hasPgbouncer = existsSync(PROGRAMA);

export interface Pgbouncer {
  /** The same address, through it. */
  urlOf(directUrl: string): string;
  stop(): Promise<void>;
}

/** What deploy/pgbouncer.ini sets for whoever runs it as it is. */
export function readAjustesDeDespliegue(): Record<string, string> {
  const [, own = ''] = readFileSync('deploy/pgbouncer.ini', 'utf8').split('[pgbouncer]');
  return Object.fromEntries([...own.matchAll(/^(\w+) = *(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}

/**
 * A PgBouncer of transactions before the server of these addresses, which is one, with nothing set but what it needs to run:
 * users, databases, where it listens. `ajustes` are further ones.
 */
export async function startPgbouncer(directUrls: string[], ajustes: Record<string, string> = {}): Promise<Pgbouncer> {
  const dir = makeTempDir();
  chmodSync(dir, 0o711);
  const port = await findFreePort();
  const { hostname, port: serverPort } = new URL(directUrls[0] ?? '');
  const users = directUrls.map((url) => new URL(url)).map(({ username, password }) => `"${username}" "${password}"`);
  writeFileSync(path.join(dir, 'usuarios.txt'), `${users.join('\n')}\n`);
  const settings = {
    ...ajustes,
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: path.join(dir, 'usuarios.txt'),
    pool_mode: 'transaction',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const file = path.join(dir, 'pgbouncer.ini');
  writeFileSync(file, `[databases]\n* = host=${hostname} port=${serverPort}\n[pgbouncer]\n${lines.join('\n')}\n`);
  const child = run(file);
  // Of a run that is broken off nothing stays behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  const pooler = {
    urlOf: (directUrl: string) => Object.assign(new URL(directUrl), { hostname: '127.0.0.1', port }).href,
    stop: async () => {
      process.off('exit', end);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
  await waitUntilReady(pooler.urlOf(directUrls[0] ?? ''), child);
  return pooler;
}

/** It refuses to run as root. */
function run(file: string): ChildProcess {
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return spawn(PROGRAMA, ['-q', file], { ...asNobody, cwd: '/', stdio: 'ignore' });
}

async function waitUntilReady(url: string, child: ChildProcess): Promise<void> {
  let last: unknown;
  for (let waited = 0; waited < READY_MS && child.exitCode === null; waited += 50) {
    const client = await openConnection(url).catch((error: unknown) => {
      last = error;
    });
    if (client) return client.end();
    await sleep(50);
  }
  child.kill('SIGKILL');
  throw new Error('PgBouncer did not start', { cause: last });
}
