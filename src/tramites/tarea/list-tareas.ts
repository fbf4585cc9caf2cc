import type { Contexto } from '#tramites/contexto.ts';
import { claveDeTarea, type Tarea, type Tareas } from './tareas.ts';

export interface TareaEnCola<Nombre extends Tarea> {
  nombre: Nombre;
  id: string;
  /** When the queue takes it, by the portal's clock. */
  cuando: Date;
  intentos: number;
  /** No try comes any more. */
  isAgotada: boolean;
  isEnCurso: boolean;
}

interface Fila {
  key: string;
  cuando: Date;
  intentos: number;
  isAgotada: boolean;
  isEnCurso: boolean;
}

/** The jobs of these rows that the queue still has, by when it takes them. */
export async function listTareas<Nombre extends Tarea>(
  { db, desfaseMs }: Pick<Contexto, 'db' | 'desfaseMs'>,
  buscadas: readonly { [Cada in Nombre]: { nombre: Cada; payload: Tareas[Cada] } }[Nombre][],
): Promise<TareaEnCola<Nombre>[]> {
  const claves = buscadas.flatMap(({ nombre, payload }) => claveDeTarea(nombre, payload) ?? []);
  if (claves.length === 0) return [];
  const filas = await db.$queryRaw<Fila[]>`
    SELECT key, run_at AS cuando, attempts::int AS intentos, attempts >= max_attempts AS "isAgotada",
      locked_at IS NOT NULL AS "isEnCurso"
    FROM graphile_worker.jobs WHERE key = ANY (${claves}::text[]) ORDER BY run_at`;
  return filas.map(({ key, cuando, ...fila }) => ({
    ...fila,
    nombre: key.slice(0, key.indexOf(':')) as Nombre,
    id: key.slice(key.indexOf(':') + 1),
    cuando: new Date(cuando.getTime() + desfaseMs),
  }));
}
