import { ANCHO, COLOR, ESTILO, PAGINA } from './estilo.ts';
import { addHoja, drawArtefacto, type Lienzo } from './estructura.ts';
import { drawLinea, widthOf } from './lineas.ts';

const ALTO = 23;

export interface DatosDeBarra {
  fecha: { etiqueta: string; valor: string };
  folio: { etiqueta: string; valor: string };
}

/** The bar under the title: date to the left, folio to the right. */
export function drawBarra(lienzo: Lienzo, { fecha, folio }: DatosDeBarra): void {
  const { doc, documento } = lienzo;
  const { y } = doc;
  drawArtefacto(doc, () => {
    doc.rect(PAGINA.izquierda, y, ANCHO, ALTO).fill(COLOR.crema);
    doc.rect(PAGINA.izquierda, y, 3, ALTO).fill(COLOR.dorado);
  });
  const folioWidth = widthOf(doc, `${folio.etiqueta} `, ETIQUETA) + widthOf(doc, folio.valor, ESTILO.cuerpo);
  addHoja(doc, documento, 'P', () => drawPar(doc, fecha, PAGINA.izquierda + 12, y + 5));
  addHoja(doc, documento, 'P', () => drawPar(doc, folio, PAGINA.derecha - 12 - folioWidth, y + 5));
  doc.y = y + ALTO;
}

const ETIQUETA = { ...ESTILO.etiqueta, color: COLOR.guinda };

function drawPar(doc: PDFKit.PDFDocument, par: { etiqueta: string; valor: string }, x: number, y: number): void {
  const etiqueta = `${par.etiqueta} `;
  drawLinea(doc, etiqueta, x, y, ETIQUETA);
  drawLinea(doc, par.valor, x + widthOf(doc, etiqueta, ETIQUETA), y, ESTILO.cuerpo);
}
