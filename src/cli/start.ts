import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClock } from '#infra/clock/clock.ts';
import { onClose, onDrain } from '#infra/env/closers.ts';
import { applySettingsToEnv, fillEnv, setNodeEnv, setRelease } from '#infra/env/process-env.ts';
import type { Settings, StartSettings } from '#infra/env/settings.ts';
import { inHilo } from '#infra/logger/hilo.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { Fault } from '#server/fault.ts';
import { guardRequest, refuseLargeBody } from '#server/guard-request.ts';
import { mendAborts } from '#server/mend-aborts.ts';
import { mendAddress, mendState, sendToAppUrl, settleBuzon } from '#server/mend-address.ts';
import { type Door, openDoor } from '#server/open-door.ts';
import { explainUnknownAction, withResponse } from '#server/response.ts';
import { serveOtherRelease } from '#server/serve-other-release.ts';
import { hiloOf } from '#server/watch-request.ts';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { canMigrate, ESPERO_MIGRACIONES, waitForMigrations } from '../../prisma/wait-for-migrations.ts';
import { buildOnce } from './build-once.ts';
import { captureConsole } from './capture-console.ts';
import { checkClock, checkDatabase } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { openSettings, openStartSettings } from './open-settings.ts';
import { announceServicio, requireRelease } from './release.ts';
import { warnOfShiftedHours } from './shifted-hours.ts';
import { allowDrenado, exitOnFault, stopOnSignals } from './shutdown.ts';
import { tellRestarts } from './tell-restarts.ts';
import { lockDatos } from './wait-for-lock.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SIN_DEMO =
  'Esta instalación es de producción (npm ci --omit=dev) y no trae la demostración: usa BUZON_MODO=produccion, o instala todo con «npm ci».';

/** `npm start` and, with `dev`, `npm run dev`: from nothing to a portal that answers. Ends the process on failure. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const startedAt = Date.now();
  keepHeapSmall();
  stopOnSignals();
  await exitOnFault(async () => {
    setNodeEnv(dev ? 'development' : 'production');
    const arranque = openStartSettings();
    allowDrenado(arranque.drenado);
    const isDemo = arranque.modo === 'demo';
    if (isDemo) onClose(await lockDatos(arranque.datos));
    const log = createLogger({ nivel: arranque.logNivel, now: createClock(arranque.desfase).now });
    if (!isDemo) captureConsole(log);
    const door = await openDoor(arranque, log);
    onDrain(() => door.close(arranque.drenado));
    // A balancer goes elsewhere at once, whatever it was asked, as long as nobody takes the connection.
    await (isDemo ? startDemo(arranque) : door.release());
    const settings = await openSettings();
    applySettingsToEnv(settings);
    const built = isDemo || dev ? null : await requireRelease(ROOT);
    if (settings.otelEndpoint) (await import('#infra/trazas/start-trazas.ts')).startTrazas('buzon-portal');
    await prepareDatabase(settings, door);
    const release = dev ? null : (built ?? (await buildOnce(ROOT, (line) => console.log(line))));
    await openPortal(door, settings, release);
    announce(settings, Date.now() - startedAt);
    // Until here a person reads in demo; whoever develops reads on.
    if (isDemo && !dev) captureConsole(log);
    if (dev) onClose(tellRestarts(ROOT, (line) => console.log(line)));
  });
}

async function startDemo(settings: StartSettings): Promise<void> {
  if (!existsSync(path.join(ROOT, 'node_modules/smtp-server'))) throw new Fault(SIN_DEMO);
  const onStep = (step: string) => console.log(`Arranco ${step}…`);
  const { startDemoEnvironment } = await import('#demo/environment.ts');
  const entorno = await startDemoEnvironment(settings, onStep);
  onClose(entorno.stop);
  void entorno.died.then(() =>
    exitOnFault(() => Promise.reject(new Fault('La base de datos incluida se detuvo. Vuelve a arrancar el portal.'))),
  );
  fillEnv(entorno.env);
}

async function prepareDatabase(settings: Settings, door: Door): Promise<void> {
  await checkDatabase(settings.databaseUrl);
  await checkClock(settings);
  const { modo, databaseUrl, databaseUrlDirecta, databaseUrlMigracion, desfase } = settings;
  const url = databaseUrlMigracion ?? databaseUrlDirecta ?? databaseUrl;
  const suffix = databaseUrlMigracion ? '_MIGRACION' : databaseUrlDirecta ? '_DIRECTA' : '';
  const explain = explainDatabase(`DATABASE_URL${suffix}`);
  const onWait = () => {
    console.log(ESPERO_MIGRACIONES);
    void door.listen(SALUD.esperaMigraciones).catch(() => undefined);
  };
  if (!(await canMigrate(url).catch(explain))) return waitForMigrations(url, onWait).catch(explain);
  const finish = () => grantRights(settings, url);
  const applied = await migrate(url, undefined, { onWait, finish }).catch(explain);
  if (applied.length > 0) console.log(`Migraciones aplicadas: ${applied.join(', ')}.`);
  await warnOfShiftedHours(url);
  if (modo === 'demo') await (await import('#demo/seed-demo.ts')).seedDemo(url, createClock(desfase));
}

/** Tells when the portal's own role could alter what it records: nobody would have to believe it then. */
async function grantRights({ modo, databaseUrl, databaseUrlDirecta }: Settings, ownerUrl: string): Promise<void> {
  const above = await grantPortal(ownerUrl, [databaseUrl, databaseUrlDirecta ?? databaseUrl]);
  if (modo !== 'produccion' || above.length === 0) return;
  console.warn(
    `El portal entra a su base de datos como ${above.join(' y ')}, que puede alterar la bitácora: usa en DATABASE_URL un usuario que no sea dueño de las tablas, y el dueño en DATABASE_URL_MIGRACION.`,
  );
}

/** @param release what is served; null for the sources as they are, with each change. */
async function openPortal(door: Door, { host, port, appUrl }: Settings, release: string | null): Promise<void> {
  if (release) {
    await announceServicio(path.join(ROOT, release));
    setRelease(release);
  }
  mendAborts();
  const { default: next } = await import('next');
  const app = next({ dev: release === null, dir: ROOT, hostname: host, port, httpServer: door.server });
  onClose(() => app.close());
  await app.prepare();
  const handle = app.getRequestHandler();
  await door.open(async (request, response) => {
    if (guardRequest(appUrl, request, response) || sendToAppUrl(appUrl, request, response)) return;
    if (refuseLargeBody(request, response)) return;
    mendAddress(request);
    mendState(request);
    settleBuzon(request);
    if (release && (await serveOtherRelease(path.join(ROOT, release), request, response))) return;
    explainUnknownAction(response);
    await withResponse(response, () => inHilo(hiloOf(response), () => handle(request, response)));
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
