import type { Estilo } from './estilo.ts';
import { printable } from './fuentes.ts';

/**
 * Breaks a text at its blanks, as few lines as fit in `ancho` points; a word longer than a line is cut. Each line but the
 * last keeps its blank, so that whoever reads the lines on end reads the words apart. pdfkit's own breaking also cuts at
 * hyphens («e-firma», addresses) and leaves single lines behind at the end of a page.
 */
export function breakLines(doc: PDFKit.PDFDocument, texto: string, estilo: Estilo, ancho: number): string[] {
  applyEstilo(doc, estilo);
  const lineas: string[] = [];
  let linea = '';
  for (const palabra of printable(texto, estilo.fuente).split(' ')) {
    const grown = linea === '' ? palabra : `${linea} ${palabra}`;
    if (doc.widthOfString(grown) <= ancho) {
      linea = grown;
      continue;
    }
    if (linea !== '') lineas.push(`${linea} `);
    const pieces = cutWord(doc, palabra, ancho);
    linea = pieces.pop() ?? '';
    lineas.push(...pieces);
  }
  return [...lineas, linea];
}

/** Draws one line with the top of its letters at `y`. */
export function drawLinea(doc: PDFKit.PDFDocument, texto: string, x: number, y: number, estilo: Estilo): void {
  if (texto === '') return;
  applyEstilo(doc, estilo);
  doc.fillColor(estilo.color).text(texto, x, y, { lineBreak: false });
}

/** Width of a text in points. */
export function widthOf(doc: PDFKit.PDFDocument, texto: string, estilo: Estilo): number {
  applyEstilo(doc, estilo);
  return doc.widthOfString(texto);
}

function applyEstilo(doc: PDFKit.PDFDocument, { fuente, cuerpo }: Estilo): void {
  doc.font(fuente).fontSize(cuerpo);
}

function cutWord(doc: PDFKit.PDFDocument, palabra: string, ancho: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of letters(palabra)) {
    if (piece !== '' && doc.widthOfString(piece + letter) > ancho) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** A character with the marks that stand on it. */
export function letters(texto: string): string[] {
  return texto.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
