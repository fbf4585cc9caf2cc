import { createHash } from 'node:crypto';
import { mkdir, realpath, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Bytes of a socket's name on Linux. */
const SUN_PATH = 108;

export type Lock = () => Promise<void>;

/**
 * One process a folder, which is made where it is not there: nobody else's to read, unless others serve from it. The socket
 * is the lock: the system gives it back in any case. Null: it is taken.
 */
export async function acquireLock(folder: string, { isShared = false } = {}): Promise<Lock | null> {
  await mkdir(folder, { recursive: true, mode: isShared ? 0o755 : 0o700 });
  const address = addressOf(await realpath(folder));
  const server = (await listen(address)) ?? (await takeOver(address));
  return server && (() => new Promise((resolve) => server.close(() => resolve())));
}

/** Earlier versions of Node fill names outside the file system with zeros: so is it here, or one would be two. */
export function addressOf(folder: string, platform = process.platform): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  return platform === 'linux'
    ? `\0buzon-${digest}`.padEnd(SUN_PATH, '\0')
    : path.join(tmpdir(), `buzon-${digest}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server.unref()));
  });
}

/** A socket file that nobody listens to is what a killed process left. */
async function takeOver(address: string): Promise<Server | null> {
  if (address.startsWith('\0') || (await isAlive(address))) return null;
  await rm(address, { force: true });
  return listen(address);
}

function isAlive(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(address, () => {
      probe.destroy();
      resolve(true);
    });
    probe.once('error', () => resolve(false));
  });
}
