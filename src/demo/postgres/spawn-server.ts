import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, stat, truncate } from 'node:fs/promises';
import type { Binaries } from './binaries.ts';
import { ENV } from './constants.ts';
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

export async function spawnServer(
  { log, usuario }: Place,
  { postgres }: Binaries,
  flags: string[],
): Promise<ChildProcess> {
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
