import { cleanText } from '#formats/texto/texto-limpio.ts';

/** A label and its value, as they stand between two pipes. */
export type Par = readonly [etiqueta: string, valor: string];

/** What every cadena of the Buzón begins with: who asks for the sello. */
export const INVOCANTE: Par = ['Invocante', 'Buzón IMSS'];

/**
 * Builds the cadena original: the text whose UTF-8 bytes are signed, by the institute's sello or by a titular's e.firma,
 * and which is printed exactly as signed. The only function that writes one; its rules are fixed:
 *
 * - Form (guide, acuses): `||Etiqueta:valor|Etiqueta:valor||`, the pairs in the order given, one blank nowhere added.
 * - Every label and value is cleaned first (`cleanText`): NFC, no control or invisible characters, blanks collapsed to
 *   one and trimmed. Encoded in UTF-8 without a byte order mark and without a line end.
 * - Escapes: `\` is written `\\` and `|` is written `\p`, in labels and values; `:` is written `\c`, in labels alone.
 *   So a pipe always separates, the first colon of a field ends its label, and different pairs never give the same text.
 * - Dates are values: ISO 8601 to the second with the offset of Central Mexico (`formatFechaIsoCentro`).
 * - A value may be empty; a pair that does not apply is left out by the caller.
 *
 * Throws RangeError when there is no pair or a label is empty (a bug).
 */
export function buildCadenaOriginal(pares: readonly Par[]): string {
  if (pares.length === 0) throw new RangeError('a cadena original needs at least one pair');
  return `||${pares.map(writePar).join('|')}||`;
}

/** Reads the pairs back, or null for any text that `buildCadenaOriginal` would not have written, character for character. */
export function parseCadenaOriginal(cadena: string): Par[] | null {
  if (cadena.length < 4 || !cadena.startsWith('||') || !cadena.endsWith('||')) return null;
  const pares = cadena.slice(2, -2).split('|').map(readPar);
  if (pares.some(([etiqueta]) => cleanText(etiqueta) === '')) return null;
  return buildCadenaOriginal(pares) === cadena ? pares : null;
}

function writePar([etiqueta, valor]: Par): string {
  const label = escapeText(cleanText(etiqueta)).replaceAll(':', '\\c');
  if (label === '') throw new RangeError('a pair of a cadena original needs a label');
  return `${label}:${escapeText(cleanText(valor))}`;
}

function readPar(field: string): Par {
  const colon = field.indexOf(':');
  if (colon === -1) return ['', field];
  return [unescapeText(field.slice(0, colon)), unescapeText(field.slice(colon + 1))];
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\p');
}

const ESCAPES: Record<string, string> = { '\\\\': '\\', '\\p': '|', '\\c': ':' };

function unescapeText(text: string): string {
  return text.replace(/\\[\\pc]/g, (pair) => ESCAPES[pair] as string);
}
