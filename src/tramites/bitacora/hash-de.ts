import { createHash } from 'node:crypto';

export function sha256(contenido: string | Uint8Array): Buffer {
  return createHash('sha256').update(contenido).digest();
}

/** The same in hexadecimal, of a text in UTF-8. */
export function hashDe(contenido: string | Uint8Array): string {
  return sha256(contenido).toString('hex');
}
