import type { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import type { Queue } from '#infra/queue/run-queue.ts';
import { startWorker } from '../../../src/worker.ts';
import { seedVencidos } from '../../bench/base/seed-vencidos.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';

const VENCIDOS = 20;
/** Less than the worker waits for a row. */
const PRONTO = { timeout: 8_000 };

let escenario: Escenario;
let instalacion: Instalacion;
let otro: Client;
let worker: Queue;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  instalacion = await createInstalacion(testDatabaseUrl(), escenario.autoridad);
  otro = await openConnection(testDatabaseUrl());
  await seedVencidos(otro, VENCIDOS, new Date(Math.min(Date.now(), escenario.ctx.now().getTime())));
});
afterEach(async () => {
  await worker.stop();
  await otro.end();
  await instalacion.stop();
});

const cancelados = () => escenario.db.medioDeContacto.count({ where: { estado: 'CANCELADO' } });

it('a job whose own medio is in the hands of another cancels all the rest before it waits for it', async () => {
  const { id, titularId } = await escenario.db.medioDeContacto.findFirstOrThrow({ orderBy: { id: 'asc' } });
  await otro.query(`DELETE FROM graphile_worker._private_jobs WHERE key <> 'cancelar-medio:' || $1`, [id]);
  await otro.query('BEGIN');
  await otro.query('SELECT FROM titular WHERE id = $1 FOR UPDATE', [titularId]);
  worker = await startWorker(instalacion.settings);
  await expect.poll(cancelados, PRONTO).toBe(VENCIDOS - 1);
  await otro.query('ROLLBACK');
  await expect.poll(cancelados, PRONTO).toBe(VENCIDOS);
});
