import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemoEnvironment, startDemoEnvironment } from '#demo/environment.ts';
import { acquireLock } from '#demo/lock.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, loadDotEnv, processEnv } from '#infra/env/process-env.ts';
import { parseStartSettings, type Settings, type StartSettings } from '#infra/env/settings.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { explainDatabase } from './explain-database.ts';
import { probeDatabase } from './open-portal-database.ts';
import { openSettings, unwrapSettings } from './open-settings.ts';

/** In demo of the portal that runs on BUZON_DATOS, or of parts started until the process ends. Throws Fault. */
export async function openPortalSettings(): Promise<Settings> {
  loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
  const arranque = unwrapSettings(parseStartSettings(processEnv()));
  if (arranque.modo === 'demo') await fillFromDemo(arranque);
  const settings = await openSettings(processEnv());
  await probeDatabase(settings.databaseUrl);
  return settings;
}

async function fillFromDemo(arranque: StartSettings): Promise<void> {
  const lock = await acquireLock(arranque.datos);
  if (!lock) return fillEnv(await loadDemoEnvironment(arranque.datos));
  onClose(lock);
  const entorno = await startDemoEnvironment({ settings: arranque, env: processEnv() });
  onClose(entorno.stop);
  fillEnv(entorno.env);
  const { DATABASE_URL: portal, DATABASE_URL_MIGRACION: owner = portal } = processEnv();
  if (!portal || !owner) return;
  await migrate(owner).catch(explainDatabase('DATABASE_URL'));
  await grantPortal(owner, [portal]);
}
