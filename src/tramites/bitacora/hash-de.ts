import { createHash } from 'node:crypto';

export function hashDe(texto: string): string {
  return createHash('sha256').update(texto, 'utf8').digest('hex');
}
