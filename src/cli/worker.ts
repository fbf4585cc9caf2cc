import { loadDemoEnvironment } from '#demo/environment.ts';
import { followReloj } from '#demo/move-reloj.ts';
import { createClock } from '#infra/clock/clock.ts';
import { withConnection } from '#infra/db/connection.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { isSinEnvios } from '#infra/queue/sin-envios.ts';
import { ESPERO_MIGRACIONES, waitForMigrations } from '../../prisma/wait-for-migrations.ts';
import { startWorker } from '../worker.ts';
import { captureConsole } from './capture-console.ts';
import { checkClock, checkDatabase, checkDirecta } from './check-database.ts';
import { explainDatabase } from './explain-database.ts';
import { keepHeapSmall } from './keep-heap-small.ts';
import { openSettings, openStartSettings } from './open-settings.ts';
import { allowDrenado, exitOnFault, stopOnSignals } from './shutdown.ts';

/** `npm run worker`: runs the queue until it is told to stop. Ends the process on failure. */
export async function runWorker(): Promise<void> {
  keepHeapSmall();
  stopOnSignals();
  await exitOnFault(async () => {
    setNodeEnv('production');
    const { modo, datos } = openStartSettings();
    if (modo === 'demo') fillEnv(await loadDemoEnvironment(datos));
    const settings = await openSettings();
    const log = createLogger({ nivel: settings.logNivel, now: createClock(settings.desfase).now });
    if (settings.modo === 'produccion') captureConsole(log);
    if (settings.otelEndpoint) (await import('#infra/trazas/start-trazas.ts')).startTrazas('buzon-worker');
    allowDrenado(settings.drenado);
    await checkDatabase(settings.databaseUrl);
    await checkDirecta(settings);
    await checkClock(settings);
    const onWait = () => console.log(ESPERO_MIGRACIONES);
    await waitForMigrations(settings.databaseUrl, onWait).catch(explainDatabase('DATABASE_URL'));
    if (modo === 'demo') onClose(await followReloj(settings.databaseUrl));
    const worker = await startWorker(settings);
    onClose(() => worker.stop());
    console.log('El worker atiende la cola. Ctrl-C lo detiene.');
    if (await withConnection(settings.databaseUrl, isSinEnvios)) console.warn(SIN_ENVIOS_TODAVIA);
  });
}

const SIN_ENVIOS_TODAVIA =
  'La base es una copia restaurada: no envío ni cancelo nada hasta «npm run restaurar -- --con-envios».';
