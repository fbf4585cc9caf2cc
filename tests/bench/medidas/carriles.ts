import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { LANES, priorityOf } from '#domain/tarea/lanes.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { indexLanes } from '#infra/queue/index-lanes.ts';
import { runQueue } from '#infra/queue/run-queue.ts';
import { addTarea } from '#tramites/tarea/add-tarea.ts';
import { openBase } from '../base/open-base.ts';
import type { Banco, Medida } from '../medida.ts';

const META_MS = 2_000;
const CODIGOS = 200;
/** Each is left as a trámite leaves it. */
const ENTRE_CODIGOS_MS = 37;
/** What each of the others does: its hands never rest. */
const TRABAJO_MS = 5;
const OTRAS = ['enviar-noticia', 'emitir-acuse', 'cancelar-medio'] as const;

export const carriles: Medida = {
  name: 'carriles',
  what: 'Lo que un código espera en la cola, mientras tareas de cada otra clase también vencieron',
  async prepare(banco) {
    const cuantas = banco.rapido ? 30_000 : 1_000_000;
    const codigos = await openCola(banco, cuantas);
    return [
      {
        what: `99 de cada 100 códigos, con ${cuantas.toLocaleString('es-MX')} tareas de otras clases`,
        unit: 'ms' as const,
        rounds: 3,
        own: { name: 'Buzón', sample: () => codigos.waitMs(CODIGOS) },
        floors: [{ name: 'dos segundos', sample: () => META_MS, meta: { times: 1 } }],
      },
    ];
  },
};

/** A worker's queue with its lanes, and in it as many due jobs of each other kind. */
async function openCola(banco: Banco, cuantas: number) {
  const { url, client, db } = await openBase(banco);
  await indexLanes(client);
  banco.progress(`${cuantas.toLocaleString('es-MX')} tareas que esperan`);
  const begun = new Map<string, number>();
  const work = () => sleep(TRABAJO_MS);
  const send = async ({ avisoId }: { avisoId: string }) => void begun.set(avisoId, performance.now());
  const tasks = LANES.flatMap((lane) => [...lane.tasks]);
  const queue = runQueue({
    connectionString: url,
    lanes: LANES,
    periodic: {},
    log: createLogger({ nivel: 'warn', now: () => new Date() }),
    handlers: { ...Object.fromEntries(tasks.map((task) => [task, work])), 'enviar-aviso': send },
  });
  banco.onEnd(queue.stop);
  for (const task of OTRAS) await leave(client, task, Math.round(cuantas / OTRAS.length));
  await client.query('ANALYZE graphile_worker._private_jobs');
  let nth = 0;
  return {
    /** @returns the milliseconds within which 99 of 100 began. */
    async waitMs(codigos: number): Promise<number> {
      const added = new Map<number, number>();
      for (let each = 0; each < codigos; each++) {
        added.set(++nth, performance.now());
        await db.$transaction((tx) => addTarea(tx, { desfaseMs: () => 0 }, 'enviar-aviso', { avisoId: String(nth) }));
        await sleep(ENTRE_CODIGOS_MS);
      }
      while (begun.size < nth) await sleep(ENTRE_CODIGOS_MS);
      const waited = [...added].map(([n, at]) => (begun.get(String(n)) ?? Number.POSITIVE_INFINITY) - at);
      return waited.sort((a, b) => a - b)[Math.ceil(codigos * 0.99) - 1] ?? Number.POSITIVE_INFINITY;
    },
  };
}

async function leave(client: Client, task: (typeof OTRAS)[number], cuantas: number): Promise<void> {
  await client.query(
    `INSERT INTO graphile_worker._private_jobs (task_id, payload, priority, run_at)
     SELECT id, '{}', $3, now() - interval '1 hour' FROM graphile_worker._private_tasks, generate_series(1, $2::int)
     WHERE identifier = $1`,
    [task, cuantas, priorityOf(task)],
  );
}
