import { type Clock, setAdelanto } from '#infra/clock/clock.ts';
import { moveQueue, readAdelanto } from './move-queue.ts';

/** Puts the clock of everything `ms` ahead of where it was, with what waits for an instant of it; 0: back to what it is. */
export async function moveReloj(databaseUrl: string, { desfaseMs }: Clock, ms: number): Promise<void> {
  const adelantoMs = ms === 0 ? 0 : (await readAdelanto(databaseUrl)) + ms;
  setAdelanto(adelantoMs);
  await moveQueue(databaseUrl, desfaseMs(), adelantoMs);
}

/** The clock of this process as the portal's page left it, also by a start before. */
export async function resumeReloj(databaseUrl: string): Promise<number> {
  const adelantoMs = await readAdelanto(databaseUrl);
  setAdelanto(adelantoMs);
  return adelantoMs;
}

const CADA_MS = 1_000;

/** The same for as long as the process lives. @returns how to stop. */
export async function followReloj(databaseUrl: string): Promise<() => Promise<void>> {
  await resumeReloj(databaseUrl);
  const timer = setInterval(() => resumeReloj(databaseUrl).catch(() => undefined), CADA_MS);
  return async () => clearInterval(timer);
}
