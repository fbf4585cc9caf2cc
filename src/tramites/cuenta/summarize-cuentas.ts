import type { Contexto } from '#tramites/contexto.ts';

/** What the database counts as it is written, by triggers, so that nobody has to count it: its name, of what, how many. */
export interface Cuenta {
  nombre: 'medios' | 'rebotes' | 'quiza_entregados';
  valor: string;
  cuantos: number;
}

/** Sums what was written since it was summed last. */
export function summarizeCuentas({ db }: Pick<Contexto, 'db'>): Promise<Cuenta[]> {
  return db.$queryRaw`SELECT nombre, valor, sum(cuantos)::int AS cuantos FROM cuenta GROUP BY nombre, valor`;
}

/** Puts the changes together, so that few rows are read: each writer leaves its own, and waits for no other. */
export async function settleCuentas({ db }: Pick<Contexto, 'db'>): Promise<void> {
  await db.$executeRaw`
    WITH sumada AS (DELETE FROM cuenta RETURNING nombre, valor, cuantos)
    INSERT INTO cuenta (nombre, valor, cuantos) SELECT nombre, valor, sum(cuantos) FROM sumada GROUP BY nombre, valor`;
}
