import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Whether this system says what each process takes up, mapping by mapping. */
export const canMeasureMemoria = existsSync('/proc/self/smaps');

/**
 * Bytes that these processes take up together, or rather less. What they share is counted once: RSS would count the
 * browser's program as often as it has processes. PSS does not, but shares it out with other people's browsers; so of
 * each part of a file what most of it one process has is taken instead, where that is more. Of one process it is RSS.
 */
export function memoriaOf(pids: readonly number[]): number {
  const files = new Map<string, number>();
  let own = 0;
  let shares = 0;
  for (const pid of pids) {
    for (const { file, rss, pss, anonymous, dirty } of mappingsOf(pid)) {
      shares += pss;
      own += file ? dirty : pss;
      if (file) files.set(file, Math.max(files.get(file) ?? 0, rss - anonymous));
    }
  }
  return Math.max(
    shares,
    [...files.values()].reduce((total, bytes) => total + bytes, own),
  );
}

/** The processes that this one began, and those that they began. */
export function descendantsOf(pid: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  );
  const childrenOf = (of: number): number[] =>
    [...parents].flatMap(([child, parent]) => (parent === of ? [child, ...childrenOf(child)] : []));
  return childrenOf(pid);
}

interface Mapping {
  /** What is mapped, and from where in it; null for memory that is of no file. */
  file: string | null;
  rss: number;
  pss: number;
  /** Pages of a file that the process made its own by writing on them. */
  anonymous: number;
  dirty: number;
}

function mappingsOf(pid: number): Mapping[] {
  const header = /^[0-9a-f]+-[0-9a-f]+ \S+ ([0-9a-f]+) \S+ (\d+) *(.*)$/;
  return readProc(`${pid}/smaps`)
    .split(/\n(?=[0-9a-f]+-[0-9a-f]+ )/)
    .filter((text) => text !== '')
    .map((text) => {
      const [first = ''] = text.split('\n', 1);
      const [, offset, inode, path = ''] = header.exec(first) ?? [];
      const bytes = (field: string) => Number(new RegExp(`^${field}: +(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0) * 1024;
      return {
        // Memory that only the processes of one program share has a name too, but no file behind it.
        file: inode === '0' || /^\/(memfd:|dev\/shm\/)|\(deleted\)$/.test(path) ? null : `${path} ${offset}`,
        rss: bytes('Rss'),
        pss: bytes('Pss'),
        anonymous: bytes('Anonymous'),
        dirty: bytes('Private_Dirty'),
      };
    });
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readProc(`${pid}/status`))?.[1] ?? 0);
}

/** Nothing for a process that has ended meanwhile. */
function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}
