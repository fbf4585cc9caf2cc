import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeCandado } from '#demo/candado.ts';
import { readEntornoDeDemo } from '#demo/entorno.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { openConexion } from '#infra/db/conexion.ts';
import { onCierre } from '#infra/env/cierre.ts';
import { fillEnv, loadDotEnv, processEnv } from '#infra/env/process-env.ts';
import { readSettingsDeArranque, type SettingsDeArranque } from '#infra/env/settings.ts';
import { Averia } from '#server/averia.ts';
import { migrate } from '../../prisma/migrate.ts';
import { unwrapAjustes } from './ajustes.ts';
import { explainBase } from './explicar-base.ts';

export type BaseDelPortal = SettingsDeArranque & { databaseUrl: string };

/**
 * The database for a command that needs nothing else of the portal. In demo it is that of the portal that runs on
 * BUZON_DATOS; when none does, the embedded one is started until the process ends. Throws Averia.
 */
export async function openBaseDelPortal(): Promise<BaseDelPortal> {
  loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
  const before = unwrapAjustes(readSettingsDeArranque(processEnv()));
  if (before.modo === 'demo' && !processEnv().DATABASE_URL) await fillFromDemo(before.datos);
  // Past a pooler of transactions: a command waits longer than the pages that share its connections.
  const databaseUrl = processEnv().DATABASE_URL_DIRECTA || processEnv().DATABASE_URL;
  if (!databaseUrl) throw new Averia('DATABASE_URL: falta; arranca el portal con «npm start» o di cuál es la base.');
  await probeBase(databaseUrl);
  return { ...unwrapAjustes(readSettingsDeArranque(processEnv())), databaseUrl };
}

/** Throws Averia, in one line, when the database does not take us. */
export async function probeBase(databaseUrl: string): Promise<void> {
  const conexion = await openConexion(databaseUrl).catch(explainBase('DATABASE_URL'));
  await conexion.end();
}

async function fillFromDemo(datos: string): Promise<void> {
  const candado = await takeCandado(datos);
  if (!candado) return fillEnv(await readEntornoDeDemo(datos));
  onCierre(candado);
  const postgres = await startPostgres({ datos, database: 'buzon' });
  onCierre(postgres.stop);
  await migrate(postgres.urlOf('buzon')).catch(explainBase('DATABASE_URL'));
  fillEnv({ DATABASE_URL: postgres.urlOf('buzon') });
}
