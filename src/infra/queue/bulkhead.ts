import type { Room } from '#domain/tarea/lanes.ts';

export type Bulkhead = ReturnType<typeof createBulkhead>;

/** Keeps those who are slow from having every hand: what is told apart by a flag (a provider, a domain) has room of its own. */
export function createBulkhead(room: Room = {}) {
  const inHand = new Map<string, number>();
  const countOf = (flag: string) => inHand.get(flag) ?? 0;
  const isFull = (flag: string) => countOf(flag) >= (room[flag] ?? room[flag.charAt(0)] ?? Number.POSITIVE_INFINITY);
  const add = (flags: readonly string[], one: 1 | -1) => {
    for (const flag of flags) {
      const count = countOf(flag) + one;
      if (count > 0) inHand.set(flag, count);
      else inHand.delete(flag);
    }
  };
  return {
    /** Flags of whose jobs no more are to be taken now. */
    full: () => [...inHand.keys()].filter(isFull),
    /** Takes room for a job with these flags, to be given back; null when one of them has none. */
    enter(flags: readonly string[]): (() => void) | null {
      if (flags.some(isFull)) return null;
      add(flags, 1);
      return () => add(flags, -1);
    },
  };
}
