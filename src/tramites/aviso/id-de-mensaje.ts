import { timingSafeEqual } from 'node:crypto';
import type { Claves } from '#infra/claves/claves.ts';

const BYTES = 16;
const FORMA = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\da-f]{32})$/;

/**
 * Left part of the Message-ID of an e-mail: its aviso's id and 128 bits that only this portal can make, so that nobody who
 * learns an id elsewhere can send a bounce of it. In hexadecimal: relays may change the case.
 */
export function buildIdDeMensaje(claves: Claves, claveId: string, avisoId: string): string {
  return `${avisoId}.${Buffer.from(proofOf(claves, claveId, avisoId) ?? []).toString('hex')}`;
}

/** The aviso that an id is of, still to be proved with the key of one of its attempts; null for any other text. */
export function avisoIdOf(idDeMensaje: string): string | null {
  return FORMA.exec(idDeMensaje)?.[1] ?? null;
}

/** Whether it was made here with this key. */
export function isIdDeMensaje(claves: Claves, claveId: string, idDeMensaje: string): boolean {
  const [, avisoId = '', proof = ''] = FORMA.exec(idDeMensaje) ?? [];
  const expected = proofOf(claves, claveId, avisoId);
  return expected !== null && proof !== '' && timingSafeEqual(Buffer.from(proof, 'hex'), expected);
}

function proofOf(claves: Claves, claveId: string, avisoId: string): Uint8Array | null {
  return claves.derive(claveId, 'rebote-de-aviso', avisoId)?.subarray(0, BYTES) ?? null;
}
