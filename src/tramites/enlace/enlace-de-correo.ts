import { timingSafeEqual } from 'node:crypto';
import type { Claves } from '#infra/claves/claves.ts';

const PROPOSITO = 'enlace-de-correo';
const ID_BYTES = 16;
const MAC_BYTES = 24;

type Medio = { id: string; claveId: string };

/**
 * The token of a medio's link: its id and 192 bits of HMAC, in base64url. Null when its key left AUTH_SECRET. That of a
 * yearly message is of the instant when it was asked, too: the next one is another.
 */
export function buildToken(claves: Claves, medio: Medio, pedidaEn?: Date): string | null {
  const mac = pedidaEn
    ? claves.derive(medio.claveId, 'enlace-de-confirmacion', `${medio.id} ${pedidaEn.toISOString()}`)
    : claves.derive(medio.claveId, PROPOSITO, medio.id);
  if (mac === null) return null;
  const id = Buffer.from(medio.id.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, mac.subarray(0, MAC_BYTES)]).toString('base64url');
}

/** Whether the key that this medio's link is derived from is in AUTH_SECRET still. */
export function hasClave(claves: Claves, medio: Medio): boolean {
  return buildToken(claves, medio) !== null;
}

/** The id that a token names, still unproved; null for anything that is not the shape of a token. */
export function readMedioId(token: string): string | null {
  if (!/^[A-Za-z0-9_-]{54}$/.test(token)) return null;
  const hex = Buffer.from(token, 'base64url').subarray(0, ID_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether the token is the one of this medio, compared in constant time. */
export function isTokenOf(claves: Claves, medio: Medio, token: string, pedidaEn?: Date): boolean {
  const expected = Buffer.from(buildToken(claves, medio, pedidaEn) ?? '');
  const given = Buffer.from(token);
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given);
}
