import { access, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';

/** Each new message is shown once, and then is among the others. None is ever removed. */
export type Buzon = ReturnType<typeof openMaildir>;

export interface MensajeLeido {
  source: Buffer | null;
  isTruncated: boolean;
}

/** Notifications may bring the whole message back; ours are small. */
const MAX_BYTES = 2_000_000;

/** A Maildir (cr.yp.to/proto/maildir): whoever delivers moves whole files into `new`, so nothing half-written is read. */
export function openMaildir(dir: string) {
  return {
    /** Rejects when there is no Maildir. */
    listNew: async () => (await readdir(path.join(dir, 'new'))).filter((name) => !name.startsWith('.')).sort(),
    /** Null when it was taken away meanwhile. */
    read: (name: string) => readStart(path.join(dir, 'new', name)).catch(explainUnread),
    /** Moves it from `new` to `cur`, where it is unread unless it was dealt with; another process may have done so. */
    async markSeen(name: string, { isAtendido }: { isAtendido: boolean }): Promise<void> {
      const target = await freeName(path.join(dir, 'cur'), name.replace(/:2,.*$/, ''), isAtendido ? ':2,S' : ':2,');
      await rename(path.join(dir, 'new', name), target).catch(ignoreGone);
    },
  };
}

async function readStart(file: string): Promise<MensajeLeido> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(MAX_BYTES, size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return { source: buffer.subarray(0, bytesRead), isTruncated: size > MAX_BYTES };
  } finally {
    await handle.close();
  }
}

async function freeName(folder: string, name: string, flags: string): Promise<string> {
  for (let n = 0; ; n++) {
    const file = path.join(folder, `${name}${n === 0 ? '' : `_${n}`}${flags}`);
    const isTaken = await access(file).then(
      () => true,
      () => false,
    );
    if (!isTaken) return file;
  }
}

function explainUnread(error: NodeJS.ErrnoException): MensajeLeido | null {
  if (error.code === 'ENOENT') return null;
  if (error.code === 'EACCES' || error.code === 'EISDIR' || error.code === 'EPERM')
    return { source: null, isTruncated: false };
  throw error;
}

function ignoreGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
