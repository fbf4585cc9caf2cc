import { CANAL_DE_TAREAS, priorityOf } from '#domain/tarea/lanes.ts';
import type { Contexto, TareaNueva, Tx } from '#tramites/contexto.ts';

/**
 * In the transaction of what causes it. One that waits already for the same row is put at the new time instead.
 * @param at by the portal's clock; the queue lives by the database's, hence the offset. Default: now.
 */
export async function addTarea<Nombre extends Tarea>(
  tx: Tx,
  ctx: Pick<Contexto, 'desfaseMs' | 'rastro' | 'alFinal'>,
  nombre: Nombre,
  nuevas: Tareas[Nombre] | readonly Tareas[Nombre][],
  at?: Date | null,
  banderas?: readonly (readonly string[])[],
): Promise<void> {
  const runAt = at ? new Date(at.getTime() - ctx.desfaseMs()) : null;
  const rastro = ctx.rastro?.();
  const tareas = ([nuevas].flat() as Tareas[Nombre][]).map((payload, cual) => ({
    nombre,
    payload: { ...payload, rastro },
    clave: claveDeTarea(nombre, Object.values(payload)[0]),
    prioridad: priorityOf(nombre),
    banderas: banderas?.[cual] ?? null,
    runAt,
  }));
  if (ctx.alFinal) for (const tarea of tareas) ctx.alFinal.tareas.push(tarea);
  else await insertTareas(tx, tareas);
}

/** Those that a transaction left for its end (`alFinal`), no two of them for the same row. */
export async function insertTareas(tx: Tx, tareas: readonly TareaNueva[]): Promise<void> {
  if (tareas.length === 0) return;
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(array_agg((nombre, payload, NULL, "runAt", ${INTENTOS_MAXIMOS}::smallint, clave,
      prioridad, banderas)::graphile_worker.job_spec)),
      pg_notify(${CANAL_DE_TAREAS}, ${JSON.stringify(countAhora(tareas))})
    FROM jsonb_to_recordset(${JSON.stringify(tareas)}::jsonb)
      AS tarea (nombre text, payload json, clave text, prioridad smallint, banderas text[], "runAt" timestamptz)`;
}

/** Of each task, how many need not wait: those that do are found when their time comes. */
function countAhora(tareas: readonly TareaNueva[]): Record<string, number> {
  const cuantas: Record<string, number> = {};
  for (const { nombre, runAt } of tareas) if (!runAt) cuantas[nombre] = (cuantas[nombre] ?? 0) + 1;
  return cuantas;
}

/** Takes back jobs whose work was done otherwise; one that a worker has in hand ends by itself. */
export async function removeTareas<Nombre extends Tarea>(tx: Tx, nombre: Nombre, payloads: readonly Tareas[Nombre][]) {
  const claves = payloads.map((payload) => claveDeTarea(nombre, Object.values(payload)[0]));
  await tx.$executeRaw`
    SELECT graphile_worker.complete_jobs(array_agg(id)) FROM graphile_worker.jobs WHERE key = ANY (${claves}::text[])`;
}

/** The jobs of the worker: a name and the id of the row it is about, nothing else. */
export interface Tareas {
  /** A code or a link; of a version without lanes, any message. */
  'enviar-aviso': { avisoId: string };
  'enviar-noticia': { avisoId: string };
  'emitir-acuse': { acuseId: string };
  'sellar-tiempo': { acuseId: string };
  'cancelar-medio': { medioId: string };
  'verificar-solicitud': { solicitudId: string };
  'avisar-peticiones': { representanteId: string };
  /** By the clock, not by a row. */
  'cancelar-vencidos': Record<string, never>;
  limpiar: Record<string, never>;
  'encadenar-bitacora': Record<string, never>;
  'leer-rebotes': Record<string, never>;
  'anclar-bitacora': Record<string, never>;
  'sumar-tablero': Record<string, never>;
}

type Tarea = keyof Tareas;

/** Tries before a job is given up: with the queue's back-off (e^n seconds, six hours at most) about two days. */
export const INTENTOS_MAXIMOS = 16;

/** Its name and the row it is about; null for those that go by the clock. Messages have one, whatever their lane. */
export function claveDeTarea(nombre: Tarea, id: string | undefined): string | null {
  return id === undefined ? null : `${nombre === 'enviar-noticia' ? 'enviar-aviso' : nombre}:${id}`;
}
