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

/** What may wait for a row that somebody holds: transactions, and statements of their own that write. */
const ESPERA = /^(\$transaction|\$executeRaw|(create|update|upsert|delete)\w*)$/;
const MODELO = /^[a-z]/;

/** The database as one person has it: they wait for themselves, and others do not. */
export function createCupo(db: Db, { aLaVez, esperaMs }: CupoOptions): (persona: string) => Db {
  const filas = new Map<string, Turnos>();
  const takeTurn = (persona: string, work: () => Promise<unknown>) => {
    const fila = filas.get(persona) ?? createTurnos(aLaVez);
    filas.set(persona, fila);
    const tarde = () => new SinCupo('too many transactions of one person at once');
    return fila.run(work, AbortSignal.timeout(esperaMs), tarde).finally(() => {
      if (fila.isEmpty()) filas.delete(persona);
    });
  };
  const limit = <Parte extends object>(parte: Parte, persona: string): Parte =>
    new Proxy(parte, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof name === 'symbol') return value;
        if (typeof value === 'function' && ESPERA.test(name))
          return (...args: unknown[]) => takeTurn(persona, () => Reflect.apply(value, target, args));
        return MODELO.test(name) && typeof value === 'object' && value !== null ? limit(value, persona) : value;
      },
    });
  return (persona) => limit(db, persona);
}
