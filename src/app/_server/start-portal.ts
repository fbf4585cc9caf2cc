import { onClose } from '#infra/env/closers.ts';
import { applySettingsToEnv, currentSettings } from '#infra/env/process-env.ts';
import { root } from './root.ts';

/** Checks the settings before the first request is served; in demo this process is the worker as well. */
export async function startPortal(): Promise<void> {
  const settings = currentSettings();
  applySettingsToEnv(settings);
  const { db, pool } = root();
  onClose(async () => {
    await Promise.all([db.$disconnect(), pool.end()]);
  });
  if (settings.modo !== 'demo') return;
  // What only a worker loads stays out of a portal in produccion.
  const { startWorker } = await import('../../worker.ts');
  const worker = await startWorker(settings);
  onClose(() => worker.stop());
}
