import type { Contexto } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';

export interface SinEncadenar {
  /** CUENTA_MAXIMA at most. */
  filas: number;
  esperaSegundos: number;
}

/** The tail of the bitácora that the worker has not chained yet: more than a few seconds of it means that none works. */
export async function countSinEncadenar({ db, now }: Pick<Contexto, 'db' | 'now'>): Promise<SinEncadenar> {
  const [row] = await db.$queryRaw<[{ filas: number; desde: Date | null }]>`
    SELECT (SELECT count(*)::int FROM (SELECT FROM bitacora_pendiente LIMIT ${CUENTA_MAXIMA}) AS pendiente) AS filas,
           (SELECT fecha FROM bitacora WHERE id = (SELECT min(bitacora_id) FROM bitacora_pendiente)) AS desde`;
  const esperaMs = row.desde ? Math.max(0, now().getTime() - row.desde.getTime()) : 0;
  return { filas: row.filas, esperaSegundos: esperaMs / 1000 };
}
