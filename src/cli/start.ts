import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { startDemoEnvironment } from '#demo/environment.ts';
import { moveQueue } from '#demo/move-queue.ts';
import { seedPadron } from '#demo/padron.ts';
import { seedSoporte } from '#demo/soporte.ts';
import { type Clock, createClock } from '#infra/clock/clock.ts';
import { onClose } from '#infra/env/closers.ts';
import { applySettingsToEnv, fillEnv, loadDotEnv, processEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { parseStartSettings, type Settings, type StartSettings } from '#infra/env/settings.ts';
import { Fault } from '#server/fault.ts';
import { guardRequest } from '#server/guard-request.ts';
import { mendAddress } from '#server/mend-address.ts';
import { type Door, openDoor } from '#server/open-door.ts';
import { refuseLargeBody } from '#server/refuse-large-body.ts';
import { withResponse } from '#server/response.ts';
import { sendToAppUrl } from '#server/send-to-app-url.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { buildOnce } from './build-once.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { lockDatos } from './lock-datos.ts';
import { openSettings, unwrapSettings } from './open-settings.ts';
import { warnOfShiftedHours } from './shifted-hours.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';
import { tellRestarts } from './tell-restarts.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GRACE_MS = 3_000;
const SIN_DEMO =
  'Esta instalación es de producción (npm ci --omit=dev) y no trae la demostración: usa BUZON_MODO=produccion, o instala todo con «npm ci».';

/** `npm start` and, with `dev`, `npm run dev`: from nothing to a portal that answers. Ends the process on failure. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const startedAt = Date.now();
  stopOnSignals();
  await exitOnFault(async () => {
    setNodeEnv(dev ? 'development' : 'production');
    loadDotEnv(path.join(ROOT, '.env'));
    const arranque = unwrapSettings(parseStartSettings(processEnv()));
    if (arranque.modo === 'demo') onClose(await lockDatos(arranque.datos));
    const door = await openDoor(arranque);
    if (arranque.modo === 'demo') await startDemo(arranque);
    const settings = await openSettings(processEnv());
    applySettingsToEnv(settings);
    await prepareDatabase(settings);
    if (!dev) await buildOnce(ROOT, (line) => console.log(line));
    await openPortal(door, settings, dev);
    announce(settings, Date.now() - startedAt);
    if (dev) tellChanges();
  });
}

function tellChanges(): void {
  const stop = tellRestarts(ROOT, (line) => console.log(line));
  onClose(async () => stop());
}

async function startDemo(settings: StartSettings): Promise<void> {
  if (!existsSync(path.join(ROOT, 'node_modules/smtp-server'))) throw new Fault(SIN_DEMO);
  const onStep = (step: string) => console.log(`Arranco ${step}…`);
  const entorno = await startDemoEnvironment({ settings, env: processEnv(), onStep });
  onClose(entorno.stop);
  void entorno.died.then(() =>
    exitOnFault(() => Promise.reject(new Fault('La base de datos incluida se detuvo. Vuelve a arrancar el portal.'))),
  );
  fillEnv(entorno.env);
}

async function prepareDatabase(settings: Settings): Promise<void> {
  await checkDatabase(settings.databaseUrl);
  await checkClock(settings);
  const { modo, databaseUrl, databaseUrlDirecta, databaseUrlMigracion, desfase } = settings;
  const url = databaseUrlMigracion ?? databaseUrlDirecta ?? databaseUrl;
  const suffix = databaseUrlMigracion ? '_MIGRACION' : databaseUrlDirecta ? '_DIRECTA' : '';
  const applied = await migrate(url).catch(explainDatabase(`DATABASE_URL${suffix}`));
  if (applied.length > 0) console.log(`Migraciones aplicadas: ${applied.join(', ')}.`);
  await warnOfShiftedHours(url);
  await grantRights(settings, url);
  if (modo === 'demo') await seedDemo(url, createClock(desfase));
}

async function seedDemo(url: string, { now, desfaseMs }: Clock): Promise<void> {
  await moveQueue(url, desfaseMs);
  const titulares = EFIRMAS_DE_DEMO.filter(({ rol }) => rol === undefined);
  await seedPadron(url, titulares, now());
  await seedSoporte(url, now);
}

/** Tells when the portal's own role could alter what it records: nobody would have to believe it then. */
async function grantRights({ modo, databaseUrl, databaseUrlDirecta }: Settings, ownerUrl: string): Promise<void> {
  const above = await grantPortal(ownerUrl, [databaseUrl, databaseUrlDirecta ?? databaseUrl]);
  if (modo !== 'produccion' || above.length === 0) return;
  console.warn(
    `El portal entra a su base de datos como ${above.join(' y ')}, que puede alterar la bitácora: usa en DATABASE_URL un usuario que no sea dueño de las tablas, y el dueño en DATABASE_URL_MIGRACION.`,
  );
}

async function openPortal(door: Door, { host, port, appUrl }: Settings, dev: boolean): Promise<void> {
  const { default: next } = await import('next');
  const app = next({ dev, dir: ROOT, hostname: host, port, httpServer: door.server });
  onClose(() => app.close());
  await app.prepare();
  onClose(() => door.close(GRACE_MS));
  const handle = app.getRequestHandler();
  door.open((request, response) => {
    if (guardRequest(appUrl, request, response) || sendToAppUrl(appUrl, request, response)) return undefined;
    if (refuseLargeBody(request, response)) return undefined;
    mendAddress(request);
    return withResponse(response, () => handle(request, response));
  });
}

function announce({ modo, appUrl, datos }: Settings, tookMs: number): void {
  console.log(`\nBuzón está listo en ${appUrl} (en ${(tookMs / 1000).toFixed(1)} s)`);
  if (modo === 'demo') {
    console.log(`  e.firmas de demostración:  ${appUrl}/demo`);
    console.log(`  bandeja de correos y SMS:  ${appUrl}/demo/bandeja`);
    console.log(`  datos:                     ${datos}`);
  }
  console.log('Ctrl-C lo detiene.');
}
