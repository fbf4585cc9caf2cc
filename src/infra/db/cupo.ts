import { createTurnos, type Turnos } from '../turnos/turnos.ts';
import type { Db } from './db.ts';

/** What whoever finds no place is told; `readFalla` knows it by its code, which is that of a row that is taken. */
class SinCupo extends Error {
  readonly code = '55P03';
}

interface CupoOptions {
  /** Transactions of one person at once in this process: what they can keep others from. */
  aLaVez: number;
  /** How long the next one waits for a place, in milliseconds. It holds no connection meanwhile. */
  esperaMs: number;
}

/** The database as one person has it: they wait for themselves, and others do not. */
export function createCupo(db: Db, { aLaVez, esperaMs }: CupoOptions): (persona: string) => Db {
  const filas = new Map<string, Turnos>();
  return (persona) =>
    new Proxy(db, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (name !== '$transaction') return value;
        return (...args: unknown[]) => {
          const fila = filas.get(persona) ?? createTurnos(aLaVez);
          filas.set(persona, fila);
          const work = async () => Reflect.apply(value, target, args);
          const tarde = () => new SinCupo('too many transactions of one person at once');
          return fila.run(work, AbortSignal.timeout(esperaMs), tarde).finally(() => {
            if (fila.isEmpty()) filas.delete(persona);
          });
        };
      },
    });
}
