export interface Turnos {
  /** Whoever still waits when `limite` is over is told `tarde`, and does nothing. */
  run<T>(work: () => Promise<T>, limite: AbortSignal, tarde: () => Error): Promise<T>;
  isEmpty(): boolean;
}

/** So many at once; a place goes to whoever has waited longest. */
export function createTurnos(aLaVez: number): Turnos {
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
    async run(work, limite, tarde) {
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
