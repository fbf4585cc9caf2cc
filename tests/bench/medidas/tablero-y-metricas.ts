import { countPendientes } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { countSinEncadenar } from '#tramites/bitacora/lectura.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';
import { summarizeCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { countSms } from '#tramites/medio-de-contacto/check-envio.ts';
import { collectTablero } from '#tramites/tablero/collect-tablero.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import { countTareas } from '#tramites/tarea/count-tareas.ts';
import { openBase } from '../base/open-base.ts';
import { seedActividad } from '../base/seed-actividad.ts';
import type { Banco, Medida } from '../medida.ts';
import { timeOnce } from '../stopwatch.ts';

const POCOS = 10_000;
const AHORA = new Date('2026-11-24T12:00:00Z');
const VECES = 5;

export const tableroYMetricas: Medida = {
  name: 'tablero-y-metricas',
  what: 'El tablero de 90 días y lo que cuentan las métricas, con un millón de medios y con 10 mil',
  async prepare(banco) {
    const { muchos } = banco;
    banco.note(`${muchos.toLocaleString('es-MX')} medios`);
    const [grande, chico] = [await openActiva(banco, muchos), await openActiva(banco, POCOS)];
    const nameOf = (total: number) => `con ${total.toLocaleString('es-MX')} medios en los 90 días`;
    const compareAt = (what: string, times: number, work: (ctx: ContextoDeSoporte) => Promise<unknown>) => ({
      what,
      unit: 'ms' as const,
      rounds: VECES,
      own: { name: nameOf(muchos), sample: timeOnce(() => work(grande)) },
      floors: [{ name: nameOf(POCOS), sample: timeOnce(() => work(chico)), meta: { times } }],
    });
    return [
      compareAt('el tablero de 90 días', 1.5, (ctx) => collectTablero(ctx, 90)),
      compareAt('las métricas', 1.2, async (ctx) => {
        for (const count of [countPendientes, countTareas, countSinEncadenar, summarizeCuentas]) await count(ctx);
        await countSms(ctx.db, ctx);
      }),
    ];
  },
};

/** What the readers of a board need, and no more of a context. */
async function openActiva(banco: Banco, total: number): Promise<ContextoDeSoporte> {
  const { db, client } = await openBase(banco);
  banco.progress(`${total.toLocaleString('es-MX')} medios y sus mensajes`);
  await seedActividad(client, total, AHORA);
  const ctx = { db, now: () => AHORA, desfaseMs: () => 0, lectura: (read: (from: typeof db) => unknown) => read(db) };
  for (let sumados = 1; sumados > 0; ) sumados = await settleTramos({ db, now: () => AHORA });
  await client.query('VACUUM ANALYZE');
  return ctx as unknown as ContextoDeSoporte;
}
