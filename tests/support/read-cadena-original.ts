import { buildCadenaOriginal, type Par } from '#domain/cadena-original.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';

/** Reads the pairs back, or null for any text that `buildCadenaOriginal` would not have written, character for character. */
export function parseCadenaOriginal(cadena: string): Par[] | null {
  if (cadena.length < 4 || !cadena.startsWith('||') || !cadena.endsWith('||')) return null;
  const pares = cadena.slice(2, -2).split('|').map(readPar);
  if (pares.some(([etiqueta]) => cleanText(etiqueta) === '')) return null;
  return buildCadenaOriginal(pares) === cadena ? pares : null;
}

function readPar(field: string): Par {
  const colon = field.indexOf(':');
  if (colon === -1) return ['', field];
  return [unescapeText(field.slice(0, colon)), unescapeText(field.slice(colon + 1))];
}

const ESCAPES: Record<string, string> = { '\\\\': '\\', '\\p': '|', '\\c': ':' };

function unescapeText(text: string): string {
  return text.replace(/\\[\\pc]/g, (pair) => ESCAPES[pair] as string);
}
