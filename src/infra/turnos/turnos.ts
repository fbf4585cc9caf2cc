export type Turnos = ReturnType<typeof createTurnos>;

/** So many at once; a place goes to whoever has waited longest. */
export function createTurnos(aLaVez: number) {
  const esperan: (() => void)[] = [];
  let dentro = 0;
  const wait = (limite: AbortSignal, tarde: () => Error) =>
    new Promise<void>((resolve, reject) => {
      const onLimite = () => {
        esperan.splice(esperan.indexOf(next), 1);
        reject(tarde());
      };
      const next = () => {
        limite.removeEventListener('abort', onLimite);
        resolve();
      };
      limite.addEventListener('abort', onLimite, { once: true });
      esperan.push(next);
    });
  return {
    isEmpty: () => dentro === 0,
    /** Whoever still waits when `limite` is over is told `tarde`, and does nothing. */
    async run<T>(work: () => Promise<T>, limite: AbortSignal, tarde: () => Error): Promise<T> {
      if (dentro < aLaVez) dentro += 1;
      else await wait(limite, tarde);
      try {
        return await work();
      } finally {
        const next = esperan.shift();
        if (next) next();
        else dentro -= 1;
      }
    },
  };
}
