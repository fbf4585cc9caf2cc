import { createHash } from 'node:crypto';

/** Of what is stamped again for decades (RFC 4998): the second is for when RESUMENES_DEBILES says that the first is weak. */
export type Algoritmo = 'sha256' | 'sha512';

export function resumenDe(algoritmo: Algoritmo) {
  return (contenido: string | Uint8Array): Buffer => createHash(algoritmo).update(contenido).digest();
}

export const sha256 = resumenDe('sha256');

/** The same in hexadecimal, of a text in UTF-8. */
export function hashDe(contenido: string | Uint8Array): string {
  return sha256(contenido).toString('hex');
}
