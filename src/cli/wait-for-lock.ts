import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock, type Lock } from '#demo/lock.ts';

const PASO_MS = 250;

/** Takes a folder that others may read for this process, after whoever has it now. @param onWait is called once, when there is somebody. */
export async function waitForLock(folder: string, onWait: () => void): Promise<Lock> {
  for (let isFirst = true; ; isFirst = false) {
    const lock = await acquireLock(folder, { isShared: true });
    if (lock) return lock;
    if (isFirst) onWait();
    await sleep(PASO_MS);
  }
}
