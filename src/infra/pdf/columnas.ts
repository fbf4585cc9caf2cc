import type { Estilo } from './estilo.ts';
import { addHoja, type Elemento } from './estructura.ts';
import { printable } from './fuentes.ts';
import { drawLinea, letters, widthOf } from './lineas.ts';

/** Letters that are too few for a line of their own: the two signs that end a cadena. */
const SOBRANTE = 2;

/** Cuts a long value into lines of the same number of columns, whatever is in it: nothing is added or taken away. */
export function cutColumnas(doc: PDFKit.PDFDocument, valor: string, estilo: Estilo, ancho: number): string[] {
  const all = letters(printable(valor, estilo.fuente));
  const fitting = Math.max(1, Math.floor(ancho / widthOf(doc, '0', estilo)));
  const rest = all.length % fitting;
  const columnas = all.length > fitting && rest > 0 && rest <= SOBRANTE ? fitting - 1 : fitting;
  return Array.from({ length: Math.ceil(all.length / columnas) }, (_, i) =>
    all.slice(i * columnas, (i + 1) * columnas).join(''),
  );
}

/** Draws those lines from `y` down as one element; the exact value, on one line, is in the structure. */
export function drawColumnas(
  doc: PDFKit.PDFDocument,
  padre: Elemento,
  valor: string,
  { lineas, x, y, estilo }: { lineas: readonly string[]; x: number; y: number; estilo: Estilo },
): void {
  const draw = () => {
    for (const [i, linea] of lineas.entries()) drawLinea(doc, linea, x, y + i * estilo.linea, estilo);
  };
  addHoja(doc, padre, 'P', draw, { actual: valor });
}
