/** What is so quick that only many times in a row can be timed. Synchronous: waiting costs more than some of it. */
export function timeMany(run: () => unknown, { rapido }: { rapido: boolean }): () => number {
  const enoughMs = rapido ? 20 : 80;
  let times = 1;
  return () => {
    for (;;) {
      const ms = timeOf(run, times);
      // The first sample finds out how many times take long enough; it is a warm-up, and not counted.
      if (ms >= enoughMs / 2) return ms / times;
      times *= 2;
    }
  };
}

/** What takes long enough to be timed once. */
export function timeOnce(run: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const start = performance.now();
    await run();
    return performance.now() - start;
  };
}

function timeOf(run: () => unknown, times: number): number {
  const start = performance.now();
  for (let time = 0; time < times; time++) run();
  return performance.now() - start;
}
