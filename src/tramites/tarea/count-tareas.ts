import { LANES } from '#domain/tarea/lanes.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** The jobs that could be done by now, by kind; of each lane the oldest alone are read, by the index of the queue. */
export async function countTareas({ db, now, desfaseMs }: Pick<Contexto, 'db' | 'now' | 'desfaseMs'>) {
  const ahora = new Date(now().getTime() - desfaseMs());
  const prioridades = [...LANES.map(({ priority }) => priority), 0];
  const filas = await db.$queryRaw<{ tarea: string; cuantas: number; desde: Date }[]>`
    SELECT identifier AS tarea, count(*)::int AS cuantas, min(run_at) AS desde
    FROM unnest(${prioridades}::int[]) AS lane (priority) CROSS JOIN LATERAL (
      SELECT task_id, run_at FROM graphile_worker._private_jobs AS job
      WHERE is_available AND job.priority = lane.priority AND run_at <= ${ahora}::timestamptz
      ORDER BY job.priority, run_at LIMIT ${CUENTA_MAXIMA}) AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = task_id GROUP BY identifier`;
  const inSegundos = (desde: Date) => Math.max(0, ahora.getTime() - desde.getTime()) / 1000;
  const found = filas.map(({ desde, ...fila }) => ({ ...fila, esperaSegundos: inSegundos(desde) }));
  const quiet = LANES.flatMap(({ tasks }): readonly string[] => tasks).filter(
    (tarea) => !found.some((each) => each.tarea === tarea),
  );
  return [...found, ...quiet.map((tarea) => ({ tarea, cuantas: 0, esperaSegundos: 0 }))];
}

/** The most that is counted of anything that waits: from there on it is «as many or more». */
export const CUENTA_MAXIMA = 10_000;
