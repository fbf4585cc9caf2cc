/** In the place of each printed letter of a document to which it gives no name: whoever copies it gets nothing. */
export const LETRA_PERDIDA = '\uffff';

export type ParteDeAcuse = 'rfc' | 'nombre' | 'folio' | 'cadenaOriginal' | 'sello';

export function lettersLost(texto: string): number {
  return texto.split(LETRA_PERDIDA).length - 1;
}

const CADENAS = /\|\|Invocante:.*?\|\|/gs;

/** Blanks apart. «?» counts as a letter beyond Latin-1: fonts lack some, and documents say so. */
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
