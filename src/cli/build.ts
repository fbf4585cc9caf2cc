import { fileURLToPath } from 'node:url';
import { buildOnce } from './build-once.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `npm run build`. Ends the process on failure. */
export async function buildCommand(): Promise<void> {
  stopOnSignals({ aviso: 'Dejo de construir…', codigo: 130 });
  await exitOnFault(async () => {
    console.log(`El portal está construido en ${await buildOnce(ROOT, (line) => console.log(line))}.`);
  });
}
