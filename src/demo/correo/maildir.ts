import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { nombreDeArchivo } from '../bandeja/nombre-de-archivo.ts';
import { writeDurably } from '../bandeja/write-durably.ts';

export async function ensureMaildir(folder: string): Promise<void> {
  for (const name of ['tmp', 'new', 'cur']) await mkdir(path.join(folder, name), { recursive: true, mode: 0o700 });
}

/** Puts a message that arrives now into a Maildir, durably. */
export async function deliver(folder: string, now: Date, message: string | Uint8Array): Promise<void> {
  const name = nombreDeArchivo(now);
  await writeDurably(path.join(folder, 'tmp', name), path.join(folder, 'new', name), message);
}
