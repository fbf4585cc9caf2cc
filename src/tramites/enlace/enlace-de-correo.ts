import { timingSafeEqual } from 'node:crypto';
import type { Claves } from '#infra/claves/claves.ts';

const ID_BYTES = 16;
const MAC_BYTES = 24;

/** What a link is of, by its purpose: the medio that it proves, or the message that asks whether one is in use still. */
interface Cosa {
  id: string;
  claveId: string;
  proposito?: 'enlace-de-correo' | 'enlace-de-confirmacion';
}

/** The token of a link: the id and 192 bits of HMAC, in base64url. Null when its key left AUTH_SECRET. */
export function buildToken(claves: Claves, { claveId, proposito = 'enlace-de-correo', ...cosa }: Cosa): string | null {
  const mac = claves.derive(claveId, proposito, cosa.id);
  if (mac === null) return null;
  const id = Buffer.from(cosa.id.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, mac.subarray(0, MAC_BYTES)]).toString('base64url');
}

/** Whether the key that this medio's link is derived from is in AUTH_SECRET still. */
export function hasClave(claves: Claves, medio: Cosa): boolean {
  return buildToken(claves, medio) !== null;
}

/** The id that a token names, still unproved; null for anything that is not the shape of a token. */
export function readId(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, ID_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether the token is the one of this, compared in constant time. */
export function isTokenOf(claves: Claves, cosa: Cosa, token: string): boolean {
  const expected = Buffer.from(buildToken(claves, cosa) ?? '');
  const given = Buffer.from(token);
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}
