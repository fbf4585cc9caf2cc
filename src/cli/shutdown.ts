import { readFileSync, writeSync } from 'node:fs';
import { runClosers } from '#infra/env/closers.ts';
import { isRunByNpm } from '#infra/env/process-env.ts';
import type { StartSettings } from '#infra/env/settings.ts';
import { Fault } from '#server/fault.ts';

const PASO_MS = 500;
/** npm hands on the Ctrl-C that the terminal already gave: within this time a second one is the same. */
const MISMO_MS = isRunByNpm() ? 750 : 0;
/** For all that ends after what was accepted: pools, the worker, the embedded parts. */
const RESTO_MS = 5_000;

let stoppingSince: number | null = null;
let limiteMs = 20_000;

interface Despedida {
  aviso: string;
  codigo: number;
}

let despedida: Despedida = { aviso: 'Detengo el portal…', codigo: 0 };

/** Ends everything registered with `onClose` on Ctrl-C and SIGTERM; pressed again, at once. */
export function stopOnSignals(asi: Despedida = despedida): void {
  despedida = asi;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => onSignal());
  if (isRunByNpm()) stopWithNpm();
}

/** Sets how long what was accepted may take to end once a signal came. */
export function allowDrenado({ avisoMs, limiteMs: drenadoMs }: StartSettings['drenado']): void {
  limiteMs = avisoMs + drenadoMs;
}

/** Runs `work`; a failure is told, everything already started is ended, and the process too. */
export async function exitOnFault(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (stoppingSince !== null) return;
    // A person reads why it did not start: past the log, which has a line of JSON for each.
    writeSync(process.stderr.fd, `${error instanceof Fault ? error.message : toText(error)}\n`);
    await stop(1);
  }
}

/** Makes of `work` a whole command, which ends what it began and the process: with 1 where it gives false, else with 0. */
export function commandOf<Args extends unknown[]>(work: (...args: Args) => Promise<unknown>, asi?: Despedida) {
  return async (...args: Args): Promise<void> => {
    stopOnSignals(asi);
    await exitOnFault(async () => {
      const isGood = (await work(...args)) !== false;
      await runClosers();
      process.exit(isGood ? 0 : 1);
    });
  };
}

/** Errors of ours have one line for people as their message; of others, the stack helps whoever repairs it. */
function toText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function onSignal(): void {
  if (stoppingSince === null) {
    console.log(`\n${despedida.aviso}`);
    void stop(despedida.codigo);
  } else if (Date.now() - stoppingSince >= MISMO_MS) {
    process.exit(1);
  }
}

async function stop(code: number): Promise<void> {
  stoppingSince = Date.now();
  setTimeout(() => process.exit(1), limiteMs + RESTO_MS).unref();
  await runClosers();
  process.exit(code);
}

/** Killing npm reaches neither its shell nor this process: once npm is gone, this process is nobody's. */
function stopWithNpm(): void {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    if (stoppingSince === null) onSignal();
  }, PASO_MS);
  timer.unref();
}

/** Linux only; elsewhere null, and only the shell is watched. */
function parentOf(pid: number): number | null {
  try {
    // After the name, which stands in brackets and may hold anything: state and parent.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return null;
  }
}
