const PAUSA_MAXIMA_MS = 600_000;

/** So that nobody waits for what did not answer those before. */
export function createCorte({ fallas, pausaMs }: { fallas: number; pausaMs: number }) {
  let seguidas = 0;
  let pausas = 0;
  let isProbing = false;
  const fail = (esperaMs?: number) => {
    seguidas = esperaMs === undefined ? seguidas + 1 : Math.max(seguidas + 1, fallas);
    pausas += 1;
    setTimeout(() => (pausas -= 1), Math.min(esperaMs ?? pausaMs, PAUSA_MAXIMA_MS)).unref();
  };
  return {
    isOpen: () => seguidas >= fallas && (isProbing || pausas > 0),
    /** What is thrown is a failure, and answers of which `fallaDe` says so, with how long to wait if they say it. */
    async watch<T>(
      ask: () => Promise<T>,
      fallaDe: (answer: T) => { esperaMs?: number } | null = () => null,
    ): Promise<T> {
      isProbing = seguidas >= fallas;
      try {
        const answer = await ask();
        const falla = fallaDe(answer);
        if (falla) fail(falla.esperaMs);
        else seguidas = 0;
        return answer;
      } catch (error) {
        fail();
        throw error;
      } finally {
        isProbing = false;
      }
    },
  };
}
