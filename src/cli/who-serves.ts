import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { acquireLock } from '#demo/lock.ts';
import { onClose } from '#infra/env/closers.ts';

/** Tells, until this process ends, that it serves the portal built in this folder; any number of processes may. */
export async function announceServicio(build: string): Promise<void> {
  try {
    for (let lugar = 0; ; lugar++) {
      const lock = await acquireLock(path.join(build, 'sirve', String(lugar)));
      if (lock) return onClose(lock);
    }
  } catch (error) {
    // Where nothing can be written nobody removes a release.
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Whether any living process serves what is built in this folder. */
export async function isServed(build: string): Promise<boolean> {
  for (const lugar of await readdir(path.join(build, 'sirve')).catch(() => [])) {
    const lock = await acquireLock(path.join(build, 'sirve', lugar));
    if (!lock) return true;
    await lock();
  }
  return false;
}
