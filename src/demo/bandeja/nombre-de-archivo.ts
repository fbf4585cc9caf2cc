import { randomBytes } from 'node:crypto';

let last = 0;

/** A unique file name that sorts by the hour of arrival: its milliseconds, a counter against ties, and chance. */
export function nombreDeArchivo(now: Date): string {
  last = (last + 1) % 1_000_000;
  const counter = String(last).padStart(6, '0');
  return `${String(now.getTime()).padStart(14, '0')}.${counter}_${randomBytes(4).toString('hex')}`;
}

/** Null when the name is not one of ours. */
export function fechaDeArchivo(name: string): Date | null {
  const digits = /^(\d{14})\.\d{6}_[0-9a-f]{8}/.exec(name)?.[1];
  return digits === undefined ? null : new Date(Number(digits));
}
