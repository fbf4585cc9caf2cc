import { Unreachable } from './post-bytes.ts';

interface CorteOptions {
  /** Failures in a row after which the service is left alone. */
  fallas: number;
  /** For how long, before one question is let through to see whether it is back, in milliseconds. */
  pausaMs: number;
}

/** Asks a service by `ask`; while it keeps failing, throws Unreachable at once in its place. */
export type Corte = <T>(ask: () => Promise<T>) => Promise<T>;

/** A breaker for one service, so that nobody waits for what did not answer those before. */
export function createCorte({ fallas, pausaMs }: CorteOptions): Corte {
  let seguidas = 0;
  let canProbe = true;
  let pausa: NodeJS.Timeout | undefined;
  const leaveAlone = () => {
    canProbe = false;
    clearTimeout(pausa);
    pausa = setTimeout(() => (canProbe = true), pausaMs).unref();
  };
  return async (ask) => {
    if (seguidas >= fallas) {
      if (!canProbe) throw new Unreachable(`not asked: it failed ${seguidas} times in a row`);
      canProbe = false;
    }
    try {
      const answer = await ask();
      seguidas = 0;
      return answer;
    } catch (error) {
      seguidas += 1;
      if (seguidas >= fallas) leaveAlone();
      throw error;
    }
  };
}
