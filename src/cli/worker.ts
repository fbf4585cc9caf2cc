import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemoEnvironment } from '#demo/environment.ts';
import { createClock } from '#infra/clock/clock.ts';
import { openConnection } from '#infra/db/connection.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, loadDotEnv, processEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { parseStartSettings } from '#infra/env/settings.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { isSinEnvios } from '#infra/queue/sin-envios.ts';
import { ESPERO_MIGRACIONES, waitForMigrations } from '../../prisma/wait-for-migrations.ts';
import { startWorker } from '../worker.ts';
import { captureConsole } from './capture-console.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase, checkDirecta } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { openSettings } from './open-settings.ts';
import { allowDrenado, exitOnFault, stopOnSignals } from './shutdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run worker`: runs the queue until it is told to stop. Ends the process on failure. */
export async function runWorker(): Promise<void> {
  stopOnSignals();
  await exitOnFault(async () => {
    setNodeEnv('production');
    loadDotEnv(path.join(ROOT, '.env'));
    const arranque = parseStartSettings(processEnv());
    if (arranque.ok && arranque.value.modo === 'demo') fillEnv(await loadDemoEnvironment(arranque.value.datos));
    const settings = await openSettings(processEnv());
    const log = createLogger({ nivel: settings.logNivel, now: createClock(settings.desfase).now });
    if (settings.modo === 'produccion') captureConsole(log);
    if (settings.otelEndpoint) (await import('#infra/trazas/start-trazas.ts')).startTrazas('buzon-worker');
    allowDrenado(settings.drenado);
    await checkDatabase(settings.databaseUrl);
    await checkDirecta(settings);
    await checkClock(settings);
    const onWait = () => console.log(ESPERO_MIGRACIONES);
    await waitForMigrations(settings.databaseUrl, onWait).catch(explainDatabase('DATABASE_URL'));
    const worker = await startWorker(settings);
    onClose(() => worker.stop());
    console.log('El worker atiende la cola. Ctrl-C lo detiene.');
    const conexion = await openConnection(settings.databaseUrl);
    if (await isSinEnvios(conexion).finally(() => conexion.end())) console.warn(SIN_ENVIOS_TODAVIA);
  });
}

const SIN_ENVIOS_TODAVIA =
  'La base es una copia restaurada: no envío ni cancelo nada hasta «npm run restaurar -- --con-envios».';
