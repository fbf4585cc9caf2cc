import type { Clock } from '#infra/clock/clock.ts';
import { EFIRMAS_DE_DEMO } from './autoridad/efirmas-de-demo.ts';
import { moveQueue, resumeReloj } from './move-reloj.ts';
import { seedPadron } from './padron.ts';
import { seedSoporte } from './soporte.ts';

/** What a demonstration finds at its start: its clock where it was left, who has registros, and who gives support. */
export async function seedDemo(url: string, { now, desfaseMs }: Clock): Promise<void> {
  const adelantoMs = await resumeReloj(url);
  await moveQueue(url, desfaseMs(), adelantoMs);
  const titulares = EFIRMAS_DE_DEMO.filter(({ rol }) => rol === undefined);
  await seedPadron(url, titulares, now());
  await seedSoporte(url, now);
}
