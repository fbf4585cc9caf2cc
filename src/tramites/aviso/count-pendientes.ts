import type { Contexto } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';

/** Messages that were not handed to their provider yet, or CUENTA_MAXIMA where there are more. */
export async function countPendientes({ db }: Pick<Contexto, 'db'>): Promise<number> {
  const [{ pendientes }] = await db.$queryRaw<[{ pendientes: number }]>`
    SELECT count(*)::int AS pendientes
    FROM (SELECT FROM aviso WHERE estado = 'PENDIENTE' LIMIT ${CUENTA_MAXIMA}) AS pendiente`;
  return pendientes;
}
