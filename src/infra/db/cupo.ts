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
export type Cupo = (persona: string) => Db;

export function createCupo(db: Db, { aLaVez, esperaMs }: CupoOptions): Cupo {
  const filas = new Map<string, Fila>();
  return (persona) =>
    new Proxy(db, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (name !== '$transaction') return value;
        return async (...args: unknown[]) => {
          const fila = filas.get(persona) ?? { dentro: 0, esperan: [] };
          filas.set(persona, fila);
          await enter(fila, aLaVez, esperaMs);
          try {
            return await Reflect.apply(value, target, args);
          } finally {
            leave(fila);
            if (fila.dentro === 0) filas.delete(persona);
          }
        };
      },
    });
}

interface Fila {
  dentro: number;
  esperan: (() => void)[];
}

function enter(fila: Fila, aLaVez: number, esperaMs: number): Promise<void> {
  if (fila.dentro < aLaVez) {
    fila.dentro += 1;
    return Promise.resolve();
  }
  return new Promise((resolve, reject) => {
    const next = () => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(() => {
      fila.esperan.splice(fila.esperan.indexOf(next), 1);
      reject(new SinCupo('too many transactions of one person at once'));
    }, esperaMs);
    fila.esperan.push(next);
  });
}

/** The place goes to whoever has waited longest. */
function leave(fila: Fila): void {
  const next = fila.esperan.shift();
  if (next) next();
  else fila.dentro -= 1;
}
