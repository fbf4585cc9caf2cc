import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, open, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { clockEnv } from '#infra/env/process-env.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';

const LOG_MAX_BYTES = 5_000_000;

/**
 * The shell stops the server when its standard input ends, that is with this process. A session of its own keeps
 * Ctrl-C from reaching the server before the portal is done with it.
 */
const GUARDIAN = `
exec 3<&0
"$@" </dev/null 3<&- & server=$!
(cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & guard=$!
exec 3<&-
wait $server; code=$?
kill $guard 2>/dev/null
exit $code`;

export async function spawnServer({ log, usuario }: Place, { postgres }: Binaries, flags: string[]) {
  const { size } = await stat(log).catch(() => ({ size: 0 }));
  if (size > LOG_MAX_BYTES) await truncate(log);
  const output = await open(log, 'a', 0o600);
  const server = spawn('/bin/sh', ['-c', GUARDIAN, 'sh', postgres, ...flags], {
    ...(usuario ?? {}),
    cwd: '/',
    env: ENV,
    detached: true,
    stdio: ['pipe', output.fd, output.fd],
  });
  server.once('exit', () => server.stdin?.destroy());
  server.stdin?.on('error', () => undefined);
  await once(server, 'spawn');
  await output.close();
  return server;
}

/** Into a folder beside, given its name when complete: a start that was killed leaves nothing in between. */
export async function makeData({ data, password, usuario }: Place, { initdb }: Binaries, isDisposable: boolean) {
  if (existsSync(data)) return;
  const passwordFile = `${data}.contrasena`;
  for (const name of await readdir(path.dirname(data))) {
    if (name.startsWith(`${path.basename(data)}.`))
      await rm(path.join(path.dirname(data), name), { recursive: true, force: true });
  }
  const half = await mkdtemp(`${data}.nuevo-`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (usuario) {
    await chown(half, usuario.uid, usuario.gid);
    await chown(passwordFile, usuario.uid, usuario.gid);
  }
  const args = [
    '-D',
    half,
    '-U',
    USUARIO,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(isDisposable ? ['--no-sync'] : []),
  ];
  try {
    await promisify(execFile)(initdb, args, { ...(usuario ?? {}), cwd: '/', env: ENV });
    await rename(half, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** In English, with nothing of ours but a moved clock: the queue runs by theirs, deadlines by ours. */
const ENV: NodeJS.ProcessEnv = {
  ...clockEnv(),
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
} as Record<string, string> as NodeJS.ProcessEnv;

export const USUARIO = 'buzon';
