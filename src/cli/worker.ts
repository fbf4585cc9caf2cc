import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readEntornoDeDemo } from '#demo/entorno.ts';
import { onCierre } from '#infra/env/cierre.ts';
import { fillEnv, loadDotEnv, processEnv, setNodeEnv } from '#infra/env/process-env.ts';
import { readSettingsDeArranque } from '#infra/env/settings.ts';
import { startWorker } from '../worker.ts';
import { readAjustes } from './ajustes.ts';
import { exitOnAveria, stopOnSignals } from './parada.ts';
import { revisarBase } from './revisar-base.ts';
import { revisarReloj } from './revisar-reloj.ts';

/** `npm run worker`: runs the queue until it is told to stop. Ends the process on failure. */
export async function runWorker(): Promise<void> {
  stopOnSignals();
  await exitOnAveria(async () => {
    setNodeEnv('production');
    loadDotEnv(path.join(fileURLToPath(new URL('../..', import.meta.url)), '.env'));
    const arranque = readSettingsDeArranque(processEnv());
    if (arranque.ok && arranque.value.modo === 'demo') fillEnv(await readEntornoDeDemo(arranque.value.datos));
    const settings = await readAjustes(processEnv());
    await revisarBase(settings.databaseUrl);
    await revisarReloj(settings);
    const worker = await startWorker(settings);
    onCierre(() => worker.stop());
    console.log('El worker atiende la cola. Ctrl-C lo detiene.');
  });
}
