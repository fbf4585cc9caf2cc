import type { Fila } from '#wording/acuse/contenido-de-acuse.ts';
import { addHoja, ESTILO, type Estilo, type Lienzo } from './lienzo.ts';
import { addLinea, drawLinea, letters, widthOf } from './lineas.ts';
import { BLANCO_INICIAL } from './name-letters.ts';

export type ValorCortado = Fila & { lineas: string[] };

/** Letters that are too few for a line of their own: the two signs that end a cadena. */
const SOBRANTE = 2;
/** A line may not end with a blank, which whoever copies it loses, nor with a dash, which readers take for a hyphen. */
const AL_FINAL = /[ \p{Pd}]/u;

/** Put on end, the lines are the value, also as they are copied from a document and read on paper. */
export function cutColumnas(doc: PDFKit.PDFDocument, valor: string, estilo: Estilo, ancho: number): string[] {
  const all = letters(valor);
  const fitting = Math.max(1, Math.floor(ancho / widthOf(doc, '0', estilo)));
  const lineas = cutLetters(all, fitting);
  const rest = letters(lineas.at(-1) ?? '').length;
  return lineas.length > 1 && rest <= SOBRANTE ? cutLetters(all, fitting - 1) : lineas;
}

function cutLetters(all: readonly string[], columnas: number): string[] {
  const lineas: string[] = [];
  for (let from = 0; from < all.length; ) {
    const to = findCut(all, from, columnas);
    const linea = all.slice(from, to).join('');
    const isBehindBlank = all[from - 1] === ' ';
    lineas.push((isBehindBlank ? BLANCO_INICIAL : '') + (to < all.length ? linea.trimEnd() : linea));
    from = to;
  }
  return lineas;
}

function findCut(all: readonly string[], from: number, columnas: number): number {
  const end = from + columnas;
  if (end >= all.length) return all.length;
  for (let at = end; at > from + columnas / 2; at--)
    if (!AL_FINAL.test(all[at - 1] as string) && !all[at]?.startsWith(' ')) return at;
  return all[end] === ' ' ? end + 1 : end;
}

/** A label, and under it the lines of its value: one element, with the exact value, on one line, in the structure. */
export function drawColumnas(lienzo: Lienzo, { etiqueta, valor, lineas }: ValorCortado, x: number): void {
  const { doc } = lienzo;
  const top = doc.y + ESTILO.etiquetaMenor.linea;
  const draw = () => {
    for (const [i, linea] of lineas.entries()) drawLinea(doc, linea, x, top + i * ESTILO.mono.linea, ESTILO.mono);
  };
  addLinea(lienzo, 'P', etiqueta, x, doc.y, ESTILO.etiquetaMenor);
  addHoja(lienzo, 'P', draw, { actual: valor });
  doc.y = top + lineas.length * ESTILO.mono.linea;
}
