import { cleanText } from '#formats/texto/texto-limpio.ts';
import { fail, ok, type Result } from '../result.ts';

/** Characters of one message, as a person counts them. The database refuses more as well. */
export const TEXTO_MAXIMO = 3000;

export type TextoError = 'TEXTO_VACIO' | 'TEXTO_DEMASIADO_LARGO';

/** Each line cleaned (`cleanText`), one line feed between lines, at most one empty line between paragraphs. */
export function parseTexto(text: string): Result<string, TextoError> {
  const texto = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanText)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (texto === '') return fail('TEXTO_VACIO');
  return Array.from(texto).length > TEXTO_MAXIMO ? fail('TEXTO_DEMASIADO_LARGO') : ok(texto);
}

export function parrafosDe(texto: string): string[] {
  return texto.split('\n').filter((line) => line !== '');
}
