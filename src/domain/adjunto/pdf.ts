import { findText, hasText, textBetween } from './bytes.ts';

export const FIRMA_PDF = '%PDF-';

/** Where `startxref` and `%%EOF` are looked for: readers look no farther either (ISO 32000-1, annex H.3.18). */
const TAIL_BYTES = 1024;

/**
 * Whether the bytes are one PDF and nothing else: header first, a cross-reference where the end says that it is, and
 * nothing but blanks behind `%%EOF`. Its pages are not read.
 */
export function judgePdf(bytes: Uint8Array): 'ENTERO' | 'DANADO' | 'CON_MAS' | 'CIFRADO' {
  if (!hasText(bytes, 0, FIRMA_PDF)) return 'DANADO';
  const tail = textBetween(bytes, bytes.length - TAIL_BYTES, bytes.length);
  const ends = [...tail.matchAll(/startxref\s+(\d{1,10})\s+%%EOF/g)];
  const end = ends.at(-1);
  if (!end) return findText(bytes, '%%EOF') === -1 ? 'DANADO' : 'CON_MAS';
  if (/[^\s\0]/.test(tail.slice(end.index + end[0].length))) return 'CON_MAS';
  if (!isXref(bytes, Number(end[1]))) return 'DANADO';
  return isEncrypted(bytes) ? 'CIFRADO' : 'ENTERO';
}

/** A table, or since PDF 1.5 a stream, which is an object. */
function isXref(bytes: Uint8Array, at: number): boolean {
  return /^\s*(xref\s|\d+\s+\d+\s+obj)/.test(textBetween(bytes, at, at + 40));
}

/** `/Encrypt` of the trailer, which is never compressed; not `/EncryptMetadata`. */
function isEncrypted(bytes: Uint8Array): boolean {
  const key = '/Encrypt';
  for (let at = findText(bytes, key); at !== -1; at = findText(bytes, key, at + key.length)) {
    if (/^\s*(\d+\s+\d+\s+R|<<)/.test(textBetween(bytes, at + key.length, at + key.length + 40))) return true;
  }
  return false;
}
