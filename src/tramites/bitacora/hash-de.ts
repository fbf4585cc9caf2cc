import { createHash } from 'node:crypto';

/** SHA-256 of the text's UTF-8, in hexadecimal: of a row of the bitácora, and of a link of its chain. */
export function hashDe(texto: string): string {
  return createHash('sha256').update(texto, 'utf8').digest('hex');
}
