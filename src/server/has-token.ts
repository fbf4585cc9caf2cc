import { timingSafeEqual } from 'node:crypto';

/** Whether this Authorization bears the token of the settings (METRICAS_TOKEN); never when they have none. */
export function hasToken(authorization: string | null | undefined, expected: string | null): boolean {
  if (!expected) return false;
  const given = Buffer.from(authorization ?? '');
  const wanted = Buffer.from(`Bearer ${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
