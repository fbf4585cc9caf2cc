/** In the place of each printed letter of a document to which it gives no name: whoever copies it gets nothing. */
export const LETRA_PERDIDA = '\uffff';

/** What an acuse must let one copy: who, under which number, and what proves it. */
export type ParteDeAcuse = 'rfc' | 'nombre' | 'folio' | 'cadenaOriginal' | 'sello';

/** How many printed letters of a document have no name. */
export function lettersLost(texto: string): number {
  return texto.split(LETRA_PERDIDA).length - 1;
}

/** Those that are printed in another font, and repeat who the titular is. */
const CADENAS = /\|\|Invocante:.*?\|\|/gs;

/**
 * Which parts are not in the text of a document, blanks and the ends of lines apart. A letter beyond Latin-1 counts as there
 * where «?» stands in its place: fonts lack some, and documents say so.
 */
export function partesIlegibles(texto: string, esperado: Record<ParteDeAcuse, string>): ParteDeAcuse[] {
  const copiado = compact(texto);
  const resto = copiado.replace(CADENAS, '');
  const partes = Object.entries(esperado) as [ParteDeAcuse, string][];
  const isThere = ([parte, valor]: [ParteDeAcuse, string]) =>
    patternOf(compact(valor)).test(parte === 'cadenaOriginal' ? copiado : resto);
  return partes.filter((parte) => !isThere(parte)).map(([parte]) => parte);
}

function compact(texto: string): string {
  return texto.replace(/\s/g, '');
}

function patternOf(valor: string): RegExp {
  const letras = Array.from(valor, (letra) => {
    const exacta = letra.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    return letra > '\u00ff' ? `(?:${exacta}|\\?)` : exacta;
  });
  return new RegExp(letras.join(''), 'u');
}
