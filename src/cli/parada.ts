import { runCierre } from '#infra/env/cierre.ts';
import { isRunByNpm } from '#infra/env/process-env.ts';

/** What keeps the portal from running and a person can put right: told in one line, without a stack. */
export class Averia extends Error {}

const PASO_MS = 500;
/** npm hands on the Ctrl-C that the terminal already gave: within this time a second one is the same. */
const MISMO_MS = 1_500;
const LIMITE_MS = 25_000;

let stoppingSince: number | null = null;

/** Ends everything registered with `onCierre` on Ctrl-C and SIGTERM; pressed again later, at once. */
export function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal());
  if (isRunByNpm()) stopWithParent();
}

/** Runs `work`; a failure is told, everything already started is ended, and the process too. */
export async function exitOnAveria(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (stoppingSince !== null) return;
    console.error(error instanceof Averia ? error.message : toText(error));
    await stop(1);
  }
}

/** Errors of ours have one line for people as their message; of others, the stack helps whoever repairs it. */
function toText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function onSignal(): void {
  if (stoppingSince === null) {
    console.log('\nDetengo el portal…');
    void stop(0);
  } else if (Date.now() - stoppingSince > MISMO_MS) {
    process.exit(1);
  }
}

async function stop(code: number): Promise<void> {
  stoppingSince = Date.now();
  setTimeout(() => process.exit(1), LIMITE_MS).unref();
  await runCierre();
  process.exit(code);
}

/** Killing npm does not reach its script; whoever killed it did not mean to leave a portal behind. */
function stopWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && stoppingSince === null) onSignal();
  }, PASO_MS).unref();
}
