import { spawnSync } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { makeTempDir } from '../support/carpeta-temporal.ts';

/** A file system of our own, which can be made to have no room left. */
export interface Disco {
  folder: string;
  /** No byte more fits than what is there. */
  fill(): void;
  /** Room again. */
  empty(): void;
  remove(): void;
}

/** Of memory, and no more than is used: a million expiries take some gigabytes. */
const GRANDE = '12g';

/** Null where this process may mount nothing. */
export function mountDisco(): Disco | null {
  const folder = makeTempDir();
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${GRANDE},mode=755`, 'buzon-fallas', folder)) return null;
  const resize = (size: string) => {
    if (!run('mount', '-o', `remount,size=${size}`, folder)) throw new Error(`cannot give ${folder} ${size}`);
  };
  return {
    folder,
    fill() {
      const { blocks, bfree, bsize } = statfsSync(folder);
      resize(`${(blocks - bfree) * bsize + 2 * bsize}`);
    },
    empty: () => resize(GRANDE),
    remove: () => void (run('umount', '-l', folder) || console.error(`${folder} is still mounted`)),
  };
}

/** The processes that this one started. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}
