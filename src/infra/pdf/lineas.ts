import type { Fila } from '#wording/acuse/contenido-de-acuse.ts';
import { addHoja, type Estilo, type Lienzo, type TipoDeElemento } from './lienzo.ts';

/**
 * As few lines as fit in `ancho` points. Each but the last keeps its blank, so that who reads them on end reads the
 * words apart. pdfkit's own breaking also cuts at hyphens («e-firma», addresses).
 */
export function breakLines(doc: PDFKit.PDFDocument, texto: string, estilo: Estilo, ancho: number): string[] {
  applyEstilo(doc, estilo);
  const blank = doc.widthOfString(' ');
  const lineas = [''];
  let used = 0;
  for (const { trozo, width } of cutTrozos(doc, texto, ancho)) {
    if (used > 0 && used + width - (trozo.endsWith(' ') ? blank : 0) > ancho) {
      lineas.push(trozo);
      used = width;
    } else {
      lineas[lineas.length - 1] += trozo;
      used += width;
    }
  }
  return lineas;
}

/** `features` for texts that come once, by thousands: pdfkit keeps each word's layout unless it is told the font's. */
export function drawLinea(doc: PDFKit.PDFDocument, texto: string, x: number, y: number, estilo: Estilo, features?: []) {
  if (texto === '') return;
  applyEstilo(doc, estilo);
  doc.fillColor(estilo.color).text(texto, x, y, { lineBreak: false, features });
}

/** The same as an element of its own. */
export function addLinea(lienzo: Lienzo, tipo: TipoDeElemento, texto: string, x: number, y: number, estilo: Estilo) {
  addHoja(lienzo, tipo, () => drawLinea(lienzo.doc, texto, x, y, estilo));
}

/** A label and, on its line, its value. */
export function drawPar(
  doc: PDFKit.PDFDocument,
  { etiqueta, valor }: Fila,
  { x, y, estilos: [deEtiqueta, deValor] }: { x: number; y: number; estilos: [Estilo, Estilo] },
): void {
  drawLinea(doc, `${etiqueta} `, x, y, deEtiqueta);
  drawLinea(doc, valor, x + widthOf(doc, `${etiqueta} `, deEtiqueta), y, deValor);
}

export function widthOf(doc: PDFKit.PDFDocument, texto: string, estilo: Estilo): number {
  applyEstilo(doc, estilo);
  return doc.widthOfString(texto);
}

function applyEstilo(doc: PDFKit.PDFDocument, { fuente, cuerpo }: Estilo): void {
  doc.font(fuente).fontSize(cuerpo);
}

/**
 * The words, each with the blank behind it. A dash before a blank goes with the next word: readers take one at the end
 * of a line for a hyphen, and leave it out of what is copied.
 */
function cutTrozos(doc: PDFKit.PDFDocument, texto: string, ancho: number): { trozo: string; width: number }[] {
  const measure = (trozo: string) => ({ trozo, width: doc.widthOfString(trozo) });
  const palabras = (texto.match(/(?:\S*\p{Pd} )*\S+ ?| /gu) ?? []).map(measure);
  if (palabras.every(({ width }) => width <= ancho)) return palabras;
  return palabras.flatMap((palabra) =>
    palabra.width <= ancho ? [palabra] : cutWord(doc, palabra.trozo, ancho).map(measure),
  );
}

function cutWord(doc: PDFKit.PDFDocument, palabra: string, ancho: number): string[] {
  const pieces = [''];
  let used = 0;
  for (const letter of letters(palabra)) {
    const width = doc.widthOfString(letter);
    if (used > 0 && letter !== ' ' && used + width > ancho) {
      const [kept, carried] = splitAtSign(pieces.at(-1) as string);
      pieces[pieces.length - 1] = kept;
      pieces.push(carried);
      used = doc.widthOfString(carried);
    }
    pieces[pieces.length - 1] += letter;
    used += width;
  }
  return pieces;
}

function splitAtSign(piece: string): [string, string] {
  const dash = piece.search(/\p{Pd}+\P{Pd}*$/u);
  const end = Math.max(dash, ...['@', '.', '_', '/'].map((sign) => piece.lastIndexOf(sign) + 1));
  return end > piece.length / 2 ? [piece.slice(0, end), piece.slice(end)] : [piece, ''];
}

export function letters(texto: string): string[] {
  return texto.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
