import type { Contexto, Tx } from '#tramites/contexto.ts';
import { claveDeTarea, INTENTOS_MAXIMOS, type Tarea, type Tareas } from './tareas.ts';

/**
 * In the transaction of what causes it. One that waits already for the same row is put at the new time instead.
 * @param at by the portal's clock; the queue lives by the database's, hence the offset. Default: now.
 */
export function addTarea<Nombre extends Tarea>(
  tx: Tx,
  ctx: Pick<Contexto, 'desfaseMs'>,
  nombre: Nombre,
  payload: Tareas[Nombre],
  at?: Date,
): Promise<void> {
  return addTareas(tx, ctx, nombre, [payload], at);
}

export async function addTareas<Nombre extends Tarea>(
  tx: Tx,
  ctx: Pick<Contexto, 'desfaseMs'>,
  nombre: Nombre,
  payloads: readonly Tareas[Nombre][],
  at?: Date,
): Promise<void> {
  const runAt = at ? new Date(at.getTime() - ctx.desfaseMs) : null;
  const claves = payloads.map((payload) => claveDeTarea(nombre, payload));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${nombre}, payload => tarea.payload::json,
      run_at => ${runAt}::timestamptz, job_key => tarea.clave, max_attempts => ${INTENTOS_MAXIMOS}::int)
    FROM unnest(${payloads.map((payload) => JSON.stringify(payload))}::text[], ${claves}::text[]) AS tarea (payload, clave)`;
}
