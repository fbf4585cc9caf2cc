import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from '#demo/free-port.ts';
import { makeTempDir } from './carpeta-temporal.ts';

const DEBIAN = '/usr/lib/postgresql';
const NOBODY = 65534;
const exec = promisify(execFile);

const version = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().at(-1) : undefined;
const BIN = version && path.join(DEBIAN, version, 'bin');

/** The embedded PostgreSQL brings no pg_basebackup. */
export const hasReplicas = BIN !== undefined && existsSync(path.join(BIN, 'pg_basebackup'));

/** A primary and what streams from it, each a server of its own. */
export interface Replicacion {
  primaryUrl: string;
  replicaUrl: string;
  /** Of the replica, at once: connections are cut. */
  stopReplica(): Promise<void>;
  startReplica(): Promise<void>;
  promoteReplica(): Promise<void>;
  /** Ends both. */
  stop(): Promise<void>;
}

export async function startReplicacion(): Promise<Replicacion> {
  const dir = makeTempDir();
  chmodSync(dir, 0o777);
  const [primary, replica] = [path.join(dir, 'principal'), path.join(dir, 'replica')];
  const [primaryPort, replicaPort] = [await findFreePort(), await findFreePort()];
  await run('initdb', '-D', primary, '-U', 'buzon', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync');
  await start(primary, primaryPort);
  const at = (port: number, database: string) => `postgresql://buzon@127.0.0.1:${port}/${database}`;
  await run('createdb', '-h', '127.0.0.1', '-p', String(primaryPort), '-U', 'buzon', 'buzon');
  const from = ['-h', '127.0.0.1', '-p', String(primaryPort), '-U', 'buzon'];
  await run('pg_basebackup', '-D', replica, ...from, '-R', '-X', 'stream', '--checkpoint=fast', '--no-sync');
  await start(replica, replicaPort);
  const stopReplica = () => stop(replica);
  return {
    primaryUrl: at(primaryPort, 'buzon'),
    replicaUrl: at(replicaPort, 'buzon'),
    stopReplica,
    startReplica: () => start(replica, replicaPort),
    promoteReplica: () => run('pg_ctl', 'promote', '-w', '-D', replica),
    stop: async () => {
      await stopReplica();
      await stop(primary);
    },
  };
}

function start(data: string, port: number): Promise<void> {
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c timezone=America/Tijuana`;
  return run('pg_ctl', 'start', '-w', '-D', data, '-l', path.join(data, 'servidor.log'), '-o', options);
}

/** One that is stopped already is no fault. */
function stop(data: string): Promise<void> {
  return run('pg_ctl', 'stop', '-w', '-m', 'immediate', '-D', data).catch(() => undefined);
}

/** PostgreSQL refuses to run as root. */
async function run(program: string, ...args: string[]): Promise<void> {
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  await exec(path.join(BIN ?? '', program), args, {
    ...asNobody,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv,
  });
}
