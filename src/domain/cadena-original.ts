import { cleanText } from '#formats/texto/texto-limpio.ts';

export type Par = readonly [etiqueta: string, valor: string];

export const INVOCANTE: Par = ['Invocante', 'Buzón IMSS'];

export function optional(etiqueta: string, valor: string | null | undefined): Par[] {
  return valor ? [[etiqueta, valor]] : [];
}

/**
 * The only function that writes a cadena original: `||Etiqueta:valor|Etiqueta:valor||`, each part cleaned, in UTF-8.
 * `\` is `\\`, `|` is `\p`, `:` in labels is `\c`: other pairs never give the same text. RangeError is a bug.
 */
export function buildCadenaOriginal(pares: readonly Par[]): string {
  if (pares.length === 0) throw new RangeError('a cadena original needs at least one pair');
  return `||${pares.map(writePar).join('|')}||`;
}

function writePar([etiqueta, valor]: Par): string {
  const label = escapeText(cleanText(etiqueta)).replaceAll(':', '\\c');
  if (label === '') throw new RangeError('a pair of a cadena original needs a label');
  return `${label}:${escapeText(cleanText(valor))}`;
}

function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\p');
}
