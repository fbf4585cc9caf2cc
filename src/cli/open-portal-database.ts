import { loadDemoEnvironment, startDemoEnvironment } from '#demo/environment.ts';
import { foldersOf } from '#demo/folders.ts';
import { acquireLock } from '#demo/lock.ts';
import { resumeReloj } from '#demo/move-reloj.ts';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { settingsOfSelloDeDemo } from '#demo/sello/ensure-sello-de-demo.ts';
import { createClock } from '#infra/clock/clock.ts';
import { withConnection } from '#infra/db/connection.ts';
import { createDb } from '#infra/db/db.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, processEnv } from '#infra/env/process-env.ts';
import { parseSelloSettings, type Settings, type StartSettings } from '#infra/env/settings.ts';
import { createSello } from '#infra/sello/create-sello.ts';
import type { Sello } from '#infra/sello/sello.ts';
import { Fault } from '#server/fault.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { explainDatabase } from './explain-database.ts';
import { openSettings, openStartSettings } from './open-settings.ts';

export type PortalDatabase = StartSettings & { databaseUrl: string };

/**
 * In demo that of the portal that runs on BUZON_DATOS, or one started until the process ends. Its owner enters by
 * DATABASE_URL_MIGRACION, where that is set. Throws Fault.
 */
export async function openPortalDatabase(como: 'PORTAL' | 'DUENO' = 'PORTAL'): Promise<PortalDatabase> {
  const { modo, datos } = openStartSettings();
  if (modo === 'demo' && !processEnv().DATABASE_URL)
    await openDemo(datos, async () => {
      const { urlOf, stop } = await startPostgres({ datos, database: 'buzon' });
      return { env: { DATABASE_URL: urlOf('buzon') }, stop };
    });
  // Past a pooler of transactions: a command waits longer than the pages that share its connections.
  const { DATABASE_URL: url, DATABASE_URL_DIRECTA: directa, DATABASE_URL_MIGRACION: migracion } = processEnv();
  const databaseUrl = (como === 'DUENO' && migracion) || directa || url;
  if (!databaseUrl) throw new Fault('DATABASE_URL: falta; arranca el portal con «npm start» o di cuál es la base.');
  await probeDatabase(modo, databaseUrl);
  return { ...openStartSettings(), databaseUrl };
}

/** In demo the clock is that of the portal's page too. Throws Fault, in one line, when the database does not take us. */
async function probeDatabase(modo: Settings['modo'], databaseUrl: string): Promise<void> {
  await withConnection(databaseUrl, async () => undefined).catch(explainDatabase('DATABASE_URL'));
  if (modo === 'demo') await resumeReloj(databaseUrl);
}

/** What a command works with, as the system itself, until the process ends. */
export function openContexto({ databaseUrl, desfase }: PortalDatabase) {
  const db = createDb(databaseUrl, { trabajo: 'CARGA', max: 1 });
  onClose(() => db.$disconnect());
  return { ...createClock(desfase), db, actor: { tipo: 'SISTEMA' } as const };
}

type Start = () => Promise<{ env: Record<string, string>; stop: () => Promise<void> }>;

/** Fills the settings with those of the portal that runs on BUZON_DATOS or, where none does, of what `start` starts until the process ends. */
async function openDemo(datos: string, start: Start): Promise<void> {
  const lock = await acquireLock(datos);
  if (!lock) return fillEnv(await loadDemoEnvironment(datos));
  onClose(lock);
  const { env, stop } = await start();
  onClose(stop);
  fillEnv(env);
  const { DATABASE_URL: portal, DATABASE_URL_MIGRACION } = processEnv();
  if (!portal) return;
  // Empty is as absent.
  const owner = DATABASE_URL_MIGRACION || portal;
  await migrate(owner).catch(explainDatabase('DATABASE_URL'));
  if (owner !== portal) await grantPortal(owner, [portal]);
}

/** In demo of the portal that runs on BUZON_DATOS, or of parts started until the process ends. Throws Fault. */
export async function openPortalSettings(): Promise<Settings> {
  const arranque = openStartSettings();
  if (arranque.modo === 'demo') await openDemo(arranque.datos, () => startDemoEnvironment(arranque));
  const settings = await openSettings();
  await probeDatabase(settings.modo, settings.databaseUrl);
  return settings;
}

/** The portal's sello, for a command that finds out on its way whether it has to certify something. Throws Fault. */
export function openPortalSello(arranque: StartSettings, now: () => Date): Sello {
  const env = processEnv();
  // In demo, where nobody set another, that of BUZON_DATOS, which the portal made the first time.
  const deDemo = arranque.modo === 'demo' && !env.SELLO_CERT && settingsOfSelloDeDemo(foldersOf(arranque.datos).sello);
  const settings = parseSelloSettings({ ...env, ...deDemo });
  try {
    if (!settings.ok) throw new Error(settings.error.join(' '));
    return createSello(settings.value, now);
  } catch (error) {
    throw new Fault(
      `Esta carga quita registros patronales a medios de contacto, y cada baja lleva un acuse sellado: ${(error as Error).message}`,
    );
  }
}
