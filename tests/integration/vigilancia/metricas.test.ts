import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import { describeMetricas } from '#server/metricas.ts';
import { openWorkerDoor } from '#server/open-worker-door.ts';
import { countPendientes } from '#tramites/aviso/settle-forgotten-avisos.ts';
import { countSinEncadenar } from '#tramites/bitacora/lectura.ts';
import { settleCuentas, summarizeCuentas } from '#tramites/cuenta/summarize-cuentas.ts';
import { countSms } from '#tramites/medio-de-contacto/check-envio.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { countTareas } from '#tramites/tarea/count-tareas.ts';
import { seedTitulares } from '../../bench/base/seed-titulares.ts';
import { createAutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { lecturasCompletasDe } from '../../support/lecturas-completas.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';

const TOTAL = 12_000;

let escenario: Escenario;
let instalacion: Instalacion;
let parts: ReturnType<typeof createParts>;
let db: Db;
beforeAll(async () => {
  escenario = await createEscenario(await testDb());
  const owner = await openConnection(testDatabaseUrl());
  await seedTitulares(owner, TOTAL, () => undefined);
  await owner.query(
    `SELECT graphile_worker.add_job('enviar-noticia', priority => -20) FROM generate_series(1, ${TOTAL})`,
  );
  await owner.query('VACUUM ANALYZE graphile_worker._private_jobs');
  await owner.end();
  instalacion = await createInstalacion(testDatabaseUrl(), await createAutoridadDePrueba());
  parts = createParts(instalacion.settings, { trabajo: 'WORKER', conexiones: 2 });
  db = createDb(testDatabaseUrl(), { max: 1 });
});
afterAll(async () => {
  await Promise.all([db.$disconnect(), parts.db.$disconnect(), instalacion.stop()]);
});

it('a medio is counted in the state that it is in, and summing changes nothing of it', async () => {
  const { ctx } = await escenario.enter();
  const peticionId = '7f0c9e1a-0000-4000-8000-000000000001';
  const medio = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: 'ana@correo.example', peticionId };
  expect(await registerMedioDeContacto(ctx, medio)).toMatchObject({ ok: true });
  const medios = async () => (await summarizeCuentas({ db })).filter(({ nombre }) => nombre === 'medios');
  expect(await medios()).toEqual([{ nombre: 'medios', valor: 'EN_PROCESO', cuantos: 1 }]);
  await Promise.all([settleCuentas({ db }), settleCuentas(escenario)]);
  expect(await medios()).toEqual([{ nombre: 'medios', valor: 'EN_PROCESO', cuantos: 1 }]);
  expect(await db.cuenta.count()).toBe(1);
});

it('every metric is named in deploy/metricas.md, with its kind, and no other', async () => {
  const { text } = await describeMetricas(parts);
  const KINDS: Record<string, string> = { histogram: 'histograma', gauge: 'medida', counter: 'contador' };
  const told = [...text.matchAll(/^# TYPE (buzon_\w+) (\w+)$/gm)].map(
    ([, name, kind = '']) => `${name} ${KINDS[kind]}`,
  );
  const rows = readFileSync('deploy/metricas.md', 'utf8').matchAll(/^\| `(buzon_\w+)` \| (\w+) \|/gm);
  expect(told.sort()).toEqual([...rows].map(([, name, kind]) => `${name} ${kind}`).sort());
  expect(text).toContain('buzon_medios{estado="en_proceso"} 1');
  expect(text).toContain('buzon_cola_tareas{tarea="enviar-noticia"} 10000');
  expect(text).toMatch(/^buzon_sello_dias_restantes \d+/m);
  expect(text).toMatch(/buzon_db_conexion_espera_seconds_count\{trabajo="worker"\} [1-9]/);
  expect(text).not.toMatch(/^buzon_(tls_dias_restantes|replica_retraso_seconds) /m);
});

it.each([
  ['the jobs that wait', () => countTareas({ ...escenario.ctx, db })],
  ['the messages that wait', () => countPendientes({ db })],
  ['what the bitacora has to chain', () => countSinEncadenar({ ...escenario.ctx, db })],
  ['what is counted as it is written', () => summarizeCuentas({ db })],
  ['the SMS of a day', () => countSms(db, escenario.ctx)],
])('%s are measured without reading a table as a whole', async (_, measure) => {
  expect(await lecturasCompletasDe(db, measure)).toBe(0);
});

it('the jobs that wait are found by the index of the queue, and the messages by that of theirs', async () => {
  const plan = async (sql: string) => JSON.stringify(await db.$queryRawUnsafe(`EXPLAIN ${sql}`));
  await db.$executeRaw`SET enable_seqscan = off`;
  expect(await plan("SELECT FROM aviso WHERE estado = 'PENDIENTE' LIMIT 10000")).toContain('aviso_pendiente');
  await db.$executeRaw`RESET enable_seqscan`;
  const jobs = `SELECT task_id FROM graphile_worker._private_jobs WHERE is_available AND priority = -20 AND run_at <= now()
                ORDER BY priority, run_at LIMIT 10000`;
  expect(await plan(jobs)).toMatch(/Index (Only )?Scan/);
});

it('the worker tells its health to anybody, and its metrics to this machine or to who bears the token', async () => {
  let listo = true;
  const { server, close } = openWorkerDoor({
    host: '127.0.0.1',
    port: 0,
    metricasToken: 'secreto',
    log: parts.log,
    describeSalud: async () => ({ listo }),
    describeMetricas: () => describeMetricas(parts),
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  expect((await ask('/salud/vivo')).status).toBe(200);
  expect((await ask('/salud/listo')).status).toBe(200);
  listo = false;
  expect((await ask('/salud/listo')).status).toBe(503);
  expect(await (await ask('/metricas')).text()).toContain('process_cpu_seconds_total');
  expect((await ask('/otra')).status).toBe(404);
  await close();
  await expect(ask('/salud/vivo')).rejects.toThrow();
});
