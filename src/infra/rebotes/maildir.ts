import { open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** A mailbox where bounces arrive: each new message is shown once, and then is among those that were seen. */
export interface Buzon {
  /** Names of the new messages. Rejects when there is no Maildir. */
  listNew(): Promise<string[]>;
  /** As much of a message as a notification can be; null when it was taken away meanwhile. */
  read(name: string): Promise<Buffer | null>;
  /** Moves it from `new` to `cur`; another process may have done so. */
  markSeen(name: string): Promise<void>;
}

/** Notifications may bring the whole message back; ours are small. */
const MAX_BYTES = 2_000_000;

/** A Maildir (cr.yp.to/proto/maildir): whoever delivers moves whole files into `new`, so nothing half-written is read. */
export function openMaildir(dir: string): Buzon {
  return {
    listNew: async () => (await readdir(path.join(dir, 'new'))).filter((name) => !name.startsWith('.')).sort(),
    read: (name) => readStart(path.join(dir, 'new', name)).catch(ignoreGone),
    async markSeen(name) {
      await rename(path.join(dir, 'new', name), path.join(dir, 'cur', `${name.replace(/:2,.*$/, '')}:2,S`)).catch(
        ignoreGone,
      );
    },
  };
}

async function readStart(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(MAX_BYTES, (await handle.stat()).size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function ignoreGone(error: NodeJS.ErrnoException): null {
  if (error.code !== 'ENOENT') throw error;
  return null;
}
