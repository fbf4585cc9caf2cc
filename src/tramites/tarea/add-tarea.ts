import { priorityOf } from '#domain/tarea/lanes.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { claveDeTarea, INTENTOS_MAXIMOS, type Tarea, type Tareas } from './tareas.ts';

/**
 * In the transaction of what causes it. One that waits already for the same row is put at the new time instead.
 * @param at by the portal's clock; the queue lives by the database's, hence the offset. Default: now.
 */
export function addTarea<Nombre extends Tarea>(
  tx: Tx,
  ctx: Pick<Contexto, 'desfaseMs' | 'rastro'>,
  nombre: Nombre,
  payload: Tareas[Nombre],
  at?: Date,
): Promise<void> {
  return addTareas(tx, ctx, nombre, [payload], { at });
}

export async function addTareas<Nombre extends Tarea>(
  tx: Tx,
  ctx: Pick<Contexto, 'desfaseMs' | 'rastro'>,
  nombre: Nombre,
  payloads: readonly Tareas[Nombre][],
  { at, banderas }: { at?: Date | undefined; banderas?: readonly (readonly string[])[] } = {},
): Promise<void> {
  const runAt = at ? new Date(at.getTime() - ctx.desfaseMs) : null;
  const claves = payloads.map((payload) => claveDeTarea(nombre, payload));
  const rastro = ctx.rastro?.();
  const cargas = payloads.map((payload) => JSON.stringify({ ...payload, rastro }));
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(
      ${nombre}, payload => tarea.payload::json,
      run_at => ${runAt}::timestamptz, job_key => tarea.clave, max_attempts => ${INTENTOS_MAXIMOS}::int,
      priority => ${priorityOf(nombre)}::int, flags => string_to_array(tarea.banderas, ' '))
    FROM unnest(${cargas}::text[], ${claves}::text[],
                ${payloads.map((_, at) => banderas?.[at]?.join(' ') ?? null)}::text[]) AS tarea (payload, clave, banderas)`;
}

/** Takes back jobs whose work was done otherwise; one that a worker has in hand ends by itself. */
export async function removeTareas<Nombre extends Tarea>(
  tx: Tx,
  nombre: Nombre,
  payloads: readonly Tareas[Nombre][],
): Promise<void> {
  const claves = payloads.map((payload) => claveDeTarea(nombre, payload));
  await tx.$executeRaw`
    SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE key = ANY (${claves}::text[])`;
}
