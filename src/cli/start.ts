import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { EFIRMAS_DE_DEMO } from '#demo/autoridad/efirmas-de-demo.ts';
import { startEntornoDeDemo } from '#demo/entorno.ts';
import { moveCola } from '#demo/mover-cola.ts';
import { seedPadron } from '#demo/padron.ts';
import { seedSoporte } from '#demo/soporte.ts';
import { type Clock, createClock } from '#infra/clock/clock.ts';
import { onCierre } from '#infra/env/cierre.ts';
import { applySettingsToEnv, fillEnv, loadDotEnv, processEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { readSettingsDeArranque, type Settings, type SettingsDeArranque } from '#infra/env/settings.ts';
import { Averia } from '#server/averia.ts';
import { refuseLargeBody } from '#server/cuerpo-grande.ts';
import { mendAddress } from '#server/direccion-mal-escrita.ts';
import { sendToAppUrl } from '#server/otro-nombre.ts';
import { type Puerta, takePuerta } from '#server/puerta.ts';
import { withRespuesta } from '#server/respuesta.ts';
import { grantPortal } from '../../prisma/grant-portal.ts';
import { migrate } from '../../prisma/migrate.ts';
import { readAjustes, unwrapAjustes } from './ajustes.ts';
import { buildOnce } from './construir.ts';
import { explainBase } from './explicar-base.ts';
import { advertirHorasCorridas } from './horas-corridas.ts';
import { exitOnAveria, stopOnSignals } from './parada.ts';
import { revisarBase } from './revisar-base.ts';
import { revisarReloj } from './revisar-reloj.ts';
import { takeDatos } from './tomar-datos.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GRACE_MS = 3_000;
const SIN_DEMO =
  'Esta instalación es de producción (npm ci --omit=dev) y no trae la demostración: usa BUZON_MODO=produccion, o instala todo con «npm ci».';

/** `npm start` and, with `dev`, `npm run dev`: from nothing to a portal that answers. Ends the process on failure. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const startedAt = Date.now();
  stopOnSignals();
  await exitOnAveria(async () => {
    setNodeEnv(dev ? 'development' : 'production');
    loadDotEnv(path.join(ROOT, '.env'));
    const arranque = unwrapAjustes(readSettingsDeArranque(processEnv()));
    if (arranque.modo === 'demo') onCierre(await takeDatos(arranque.datos));
    const puerta = await takePuerta(arranque.host, arranque.port);
    if (arranque.modo === 'demo') await startDemo(arranque);
    const settings = await readAjustes(processEnv());
    applySettingsToEnv(settings);
    await prepareDatabase(settings);
    if (!dev) await buildOnce(ROOT, (line) => console.log(line));
    await openPortal(puerta, settings, dev);
    announce(settings, Date.now() - startedAt);
  });
}

async function startDemo(settings: SettingsDeArranque): Promise<void> {
  if (!existsSync(path.join(ROOT, 'node_modules/smtp-server'))) throw new Averia(SIN_DEMO);
  const onStep = (step: string) => console.log(`Arranco ${step}…`);
  const entorno = await startEntornoDeDemo({ settings, env: processEnv(), onStep });
  onCierre(entorno.stop);
  void entorno.died.then(() =>
    exitOnAveria(() => Promise.reject(new Averia('La base de datos incluida se detuvo. Vuelve a arrancar el portal.'))),
  );
  fillEnv(entorno.env);
}

async function prepareDatabase(settings: Settings): Promise<void> {
  await revisarBase(settings.databaseUrl);
  await revisarReloj(settings);
  const { modo, databaseUrl, databaseUrlMigracion, desfase } = settings;
  const url = databaseUrlMigracion ?? databaseUrl;
  const applied = await migrate(url).catch(
    explainBase(databaseUrlMigracion ? 'DATABASE_URL_MIGRACION' : 'DATABASE_URL'),
  );
  if (applied.length > 0) console.log(`Migraciones aplicadas: ${applied.join(', ')}.`);
  await advertirHorasCorridas(url);
  await grantRights(settings, url);
  if (modo === 'demo') await seedDemo(url, createClock(desfase));
}

async function seedDemo(url: string, { now, desfaseMs }: Clock): Promise<void> {
  await moveCola(url, desfaseMs);
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

async function openPortal(puerta: Puerta, { host, port, appUrl }: Settings, dev: boolean): Promise<void> {
  const { default: next } = await import('next');
  const app = next({ dev, dir: ROOT, hostname: host, port, httpServer: puerta.server });
  onCierre(() => app.close());
  await app.prepare();
  onCierre(() => puerta.close(GRACE_MS));
  const handle = app.getRequestHandler();
  puerta.open((request, response) => {
    const isAnswered = sendToAppUrl(appUrl, request, response) || refuseLargeBody(request, response);
    if (isAnswered) return undefined;
    mendAddress(request);
    return withRespuesta(response, () => handle(request, response));
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
