import { cpuMs } from '../architecture/cpu.ts';
import type { Lector } from './lector.ts';

/** Of the processor, for one call (and for what it gives to be read). */
export const LIMITE_MS = 50;
/** Only what is slow each time is: collecting garbage and compiling are work of this process too. */
const VECES = 5;
/** How long a promise may stay open: its own limits are shorter. */
const SIN_FIN_MS = 20_000;

/** Calls a reader once. Throws an Error that says what was wrong: it threw what it does not document, or took too long. */
export async function juzgar(lector: Lector, asked: unknown): Promise<void> {
  const { fallas = [], limiteMs = LIMITE_MS } = lector;
  let least = await timeOf(lector, asked, fallas);
  for (let vez = 1; vez < VECES && least > limiteMs; vez++)
    least = Math.min(least, await timeOf(lector, asked, fallas));
  if (least > limiteMs) throw new Error(`tardó ${Math.round(least)} ms de procesador, y el límite son ${limiteMs}`);
}

async function timeOf({ read }: Lector, asked: unknown, fallas: NonNullable<Lector['fallas']>): Promise<number> {
  const began = cpuMs();
  try {
    const told = read(asked as never);
    if (told instanceof Promise) await withEnd(told);
  } catch (error) {
    if (!fallas.some((falla) => error instanceof falla)) throw error;
  }
  return cpuMs() - began;
}

async function withEnd(told: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no termina')), SIN_FIN_MS);
  });
  await Promise.race([told, late]).finally(() => clearTimeout(timer));
}
