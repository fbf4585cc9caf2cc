import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDemoEnvironment } from '#demo/environment.ts';
import { onClose } from '#infra/env/closers.ts';
import { fillEnv, loadDotEnv, processEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { parseStartSettings } from '#infra/env/settings.ts';
import { startWorker } from '../worker.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase, checkDirecta } from './check-database.ts';
import { openSettings } from './open-settings.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';

/** `npm run worker`: runs the queue until it is told to stop. Ends the process on failure. */
export async function runWorker(): Promise<void> {
  stopOnSignals();
  await exitOnFault(async () => {
    setNodeEnv('production');
    loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
    const arranque = parseStartSettings(processEnv());
    if (arranque.ok && arranque.value.modo === 'demo') fillEnv(await loadDemoEnvironment(arranque.value.datos));
    const settings = await openSettings(processEnv());
    await checkDatabase(settings.databaseUrl);
    await checkDirecta(settings);
    await checkClock(settings);
    const worker = await startWorker(settings);
    onClose(() => worker.stop());
    console.log('El worker atiende la cola. Ctrl-C lo detiene.');
  });
}
