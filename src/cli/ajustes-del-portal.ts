import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeCandado } from '#demo/candado.ts';
import { readEntornoDeDemo, startEntornoDeDemo } from '#demo/entorno.ts';
import { onCierre } from '#infra/env/cierre.ts';
import { fillEnv, loadDotEnv, processEnv } from '#infra/env/process-env.ts';
import { readSettingsDeArranque, type Settings, type SettingsDeArranque } from '#infra/env/settings.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { readAjustes, unwrapAjustes } from './ajustes.ts';
import { probeBase } from './base-del-portal.ts';
import { explainBase } from './explicar-base.ts';

/**
 * All settings of the portal, for a command that needs more of it than the database. In demo they are those of the portal
 * that runs on BUZON_DATOS; when none does, the embedded parts are started until the process ends. Throws Averia.
 */
export async function openAjustesDelPortal(): Promise<Settings> {
  loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
  const arranque = unwrapAjustes(readSettingsDeArranque(processEnv()));
  if (arranque.modo === 'demo') await fillFromDemo(arranque);
  const settings = await readAjustes(processEnv());
  await probeBase(settings.databaseUrl);
  return settings;
}

async function fillFromDemo(arranque: SettingsDeArranque): Promise<void> {
  const candado = await takeCandado(arranque.datos);
  if (!candado) return fillEnv(await readEntornoDeDemo(arranque.datos));
  onCierre(candado);
  const entorno = await startEntornoDeDemo({ settings: arranque, env: processEnv() });
  onCierre(entorno.stop);
  fillEnv(entorno.env);
  const { DATABASE_URL: portal, DATABASE_URL_MIGRACION: owner = portal } = processEnv();
  if (!portal || !owner) return;
  await migrate(owner).catch(explainBase('DATABASE_URL'));
  await grantPortal(owner, [portal]);
}
