import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemoEnvironment } from '#demo/environment.ts';
import { acquireLock } from '#demo/lock.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { openConnection } from '#infra/db/connection.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, loadDotEnv, processEnv } from '#infra/env/process-env.ts';
import { parseStartSettings, type StartSettings } from '#infra/env/settings.ts';
import { Fault } from '#server/fault.ts';
import { migrate } from '../../prisma/migrate.ts';
import { explainDatabase } from './explain-database.ts';
import { unwrapSettings } from './open-settings.ts';

export type PortalDatabase = StartSettings & { databaseUrl: string };

/** In demo that of the portal that runs on BUZON_DATOS, or one started until the process ends. Throws Fault. */
export async function openPortalDatabase(): Promise<PortalDatabase> {
  loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
  const before = unwrapSettings(parseStartSettings(processEnv()));
  if (before.modo === 'demo' && !processEnv().DATABASE_URL) await fillFromDemo(before.datos);
  // Past a pooler of transactions: a command waits longer than the pages that share its connections.
  const databaseUrl = processEnv().DATABASE_URL_DIRECTA || processEnv().DATABASE_URL;
  if (!databaseUrl) throw new Fault('DATABASE_URL: falta; arranca el portal con «npm start» o di cuál es la base.');
  await probeDatabase(databaseUrl);
  return { ...unwrapSettings(parseStartSettings(processEnv())), databaseUrl };
}

/** Throws Fault, in one line, when the database does not take us. */
export async function probeDatabase(databaseUrl: string): Promise<void> {
  const conexion = await openConnection(databaseUrl).catch(explainDatabase('DATABASE_URL'));
  await conexion.end();
}

async function fillFromDemo(datos: string): Promise<void> {
  const lock = await acquireLock(datos);
  if (!lock) return fillEnv(await loadDemoEnvironment(datos));
  onClose(lock);
  const postgres = await startPostgres({ datos, database: 'buzon' });
  onClose(postgres.stop);
  await migrate(postgres.urlOf('buzon')).catch(explainDatabase('DATABASE_URL'));
  fillEnv({ DATABASE_URL: postgres.urlOf('buzon') });
}
