import type { Client } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { LANES } from '#domain/tarea/lanes.ts';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { indexLanes } from '#infra/queue/index-lanes.ts';
import { startHeartbeat } from '#infra/queue/worker-heartbeat.ts';
import { settleForgottenAvisos } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { anchorBitacora, stampAnclas } from '#tramites/bitacora/anchor-bitacora.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import { chainBitacora } from '#tramites/bitacora/chain-bitacora.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { settleCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { cancelEveryMedioVencido } from '#tramites/medio-de-contacto/cancel-medio.ts';
import { tellMediosAntiguos } from '#tramites/medio-de-contacto/tell-medios-antiguos.ts';
import { addRenovaciones } from '#tramites/registro/add-renovaciones.ts';
import { storeCabeza } from '#tramites/registro/cabezas.ts';
import { settleRepresentaciones } from '#tramites/representacion/end-representacion.ts';
import { forgetVencidos } from '#tramites/retencion/forget-vencidos.ts';
import { settleTramos } from '#tramites/tablero/settle-tramos.ts';
import { countTareas } from '#tramites/tarea/count-tareas.ts';
import { seedActividad } from '../../bench/base/seed-actividad.ts';
import { createEscenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

/** So many of each are behind it, and it may read so few: what it does over and over is not to cost more the longer it has run. */
const HECHOS = 5_000;
const MEDIOS = 50_000;
const TAREAS = 20_000;
const LEIDOS = 600;

let admin: Client;
/** One connection, which is asked to tell what it has read. */
let db: Db;
let ctx: Contexto;
beforeAll(async () => {
  const escenario = await createEscenario(await testDb());
  db = createDb(testDatabaseUrl(), { max: 1 });
  ctx = { ...escenario.ctx, db, actor: { tipo: 'SISTEMA' } };
  admin = await openConnection(testDatabaseUrl());
  await indexLanes(admin);
  const hechos = Array.from({ length: HECHOS }, () => ({
    evento: 'MEDIO_CANCELADO' as const,
    datos: { causa: 'PLAZO' },
  }));
  await db.$transaction((tx) => appendBitacora(tx, ctx, hechos));
  await seedActividad(admin, MEDIOS, ctx.now());
  await admin.query(
    `INSERT INTO graphile_worker._private_jobs (task_id, payload, priority, run_at)
     SELECT id, '{}', $1, now() + n * interval '1 minute'
     FROM graphile_worker._private_tasks, generate_series(1, ${TAREAS}) AS n WHERE identifier = 'cancelar-medio'`,
    [LANES.find(({ tasks }) => tasks.some((task) => task === 'cancelar-medio'))?.priority],
  );
  for (const run of Object.values(CADA_RATO)) await run();
  while ((await settleTramos(ctx)) > 0);
  await admin.query('VACUUM ANALYZE');
});
afterAll(async () => {
  await db.$disconnect();
  await admin.end();
});

const CADA_RATO: Record<string, () => Promise<unknown>> = {
  encadenar: () => chainBitacora(ctx),
  'firmar la cabeza del registro': () => storeCabeza(ctx),
  renovar: () => addRenovaciones(ctx),
  anclar: () => anchorBitacora(ctx),
  'sellar las anclas': () => stampAnclas(ctx),
  olvidar: () => forgetVencidos(ctx, {}),
  'sumar las cuentas': () => settleCuentas(ctx),
  'terminar designaciones': () => settleRepresentaciones(ctx),
  'cancelar lo vencido': () => cancelEveryMedioVencido(ctx),
  'avisar de medios antiguos': () => tellMediosAntiguos(ctx),
  'sumar el tablero': () => settleTramos(ctx),
  'resolver avisos olvidados': () => settleForgottenAvisos(ctx),
  'contar tareas': () => countTareas(ctx),
  'soltar lo de un worker muerto': beat,
};

it.each(Object.keys(CADA_RATO))('%s reads as little with a past behind it as without one', async (nombre) => {
  const before = await countLeidos();
  await CADA_RATO[nombre]?.();
  const after = await countLeidos();
  const leidos = [...after].map(([tabla, total]) => [tabla, total - (before.get(tabla) ?? 0)] as const);
  expect(Object.fromEntries(leidos.filter(([, cuantos]) => cuantos > LEIDOS))).toEqual({});
});

/** Rows of tables and of indexes, by table. */
async function countLeidos(): Promise<Map<string, number>> {
  await db.$executeRaw`SELECT pg_stat_force_next_flush()`;
  const { rows } = await admin.query<{ tabla: string; leidos: string }>(`
    SELECT relname AS tabla, seq_tup_read + coalesce((
      SELECT sum(idx_tup_read) FROM pg_stat_all_indexes AS i WHERE i.relid = t.relid), 0) AS leidos
    FROM pg_stat_all_tables AS t WHERE schemaname IN ('public', 'graphile_worker')`);
  return new Map(rows.map(({ tabla, leidos }) => [tabla, Number(leidos)]));
}

async function beat(): Promise<void> {
  const fallas: unknown[] = [];
  const heartbeat = startHeartbeat(testDatabaseUrl(), (error) => fallas.push(error));
  heartbeat.announce('uno');
  // Its first beat has begun: the end waits for it.
  const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  await vi.waitFor(async () => expect((await admin.query(held)).rowCount).toBe(1));
  await heartbeat.stop();
  expect(fallas).toEqual([]);
}
