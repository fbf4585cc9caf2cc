import {
  ANCHO,
  addHoja,
  COLOR,
  drawArtefacto,
  ESTILO,
  type Estilo,
  type Lienzo,
  PAGINA,
  type TipoDeElemento,
} from './lienzo.ts';
import { breakLines, drawLinea, widthOf } from './lineas.ts';

const LINEAS_JUNTAS = 2;
const PASO = 8;

export function ensureSpace({ doc }: Lienzo, alto: number): void {
  if (doc.y + alto > PAGINA.abajo) doc.addPage();
}

export const BAJO_EL_TITULO = 5;

export function drawTitulo(lienzo: Lienzo, texto: string, ancho: number): void {
  const estilo = ESTILO.titulo;
  const parejo = evenOut(lienzo.doc, texto, estilo, ancho);
  drawParrafo(lienzo, texto, { tipo: 'H1', estilo, despues: BAJO_EL_TITULO, ancho: parejo });
}

/** About the least width at which it takes no more lines: none is then much shorter than the others. */
function evenOut(doc: PDFKit.PDFDocument, texto: string, estilo: Estilo, ancho: number): number {
  const count = (width: number) => breakLines(doc, texto, estilo, width).length;
  const lineas = count(ancho);
  if (lineas === 1) return ancho;
  let narrow = widthOf(doc, texto, estilo) / lineas;
  while (narrow < ancho && count(narrow) > lineas) narrow += PASO;
  return Math.min(narrow, ancho);
}

const SECCION = { antes: 5.5, despues: 1.5, bajoLaRaya: 5 };

export const ESPACIO_DE_SECCION = SECCION.antes + ESTILO.seccion.linea + SECCION.despues + SECCION.bajoLaRaya;

/** A heading with a line under it; it never stays alone at the foot of a page. */
export function drawSeccion(lienzo: Lienzo, texto: string): void {
  const { doc } = lienzo;
  doc.y += SECCION.antes;
  ensureSpace(lienzo, ESTILO.seccion.linea + 4 * ESTILO.cuerpo.linea);
  drawParrafo(lienzo, texto, { tipo: 'H2', estilo: ESTILO.seccion, despues: SECCION.despues });
  drawRaya(lienzo);
  doc.y += SECCION.bajoLaRaya;
}

export function drawSubtitulo(lienzo: Lienzo, texto: string): void {
  lienzo.doc.y += 4;
  ensureSpace(lienzo, 5 * ESTILO.cuerpo.linea);
  const estilo = ESTILO.subtitulo;
  drawParrafo(lienzo, texto, { tipo: 'H3', estilo, despues: 3, ancho: evenOut(lienzo.doc, texto, estilo, ANCHO) });
}

interface OpcionesDeParrafo {
  tipo?: TipoDeElemento;
  estilo?: Estilo;
  despues?: number;
  ancho?: number;
}

/** At least two of its lines stay together on each page. */
export function drawParrafo(lienzo: Lienzo, texto: string, opciones: OpcionesDeParrafo = {}): void {
  const { doc } = lienzo;
  const { tipo = 'P', estilo = ESTILO.cuerpo, despues = 6, ancho = ANCHO } = opciones;
  const lineas = breakLines(doc, texto, estilo, ancho);
  ensureSpace(lienzo, Math.min(lineas.length, LINEAS_JUNTAS) * estilo.linea);
  const draw = () => {
    for (const [index, linea] of lineas.entries()) {
      const y = nextLine(doc, lineas.length - index, estilo);
      drawLinea(doc, linea, PAGINA.izquierda, y, estilo);
      doc.y = y + estilo.linea;
    }
  };
  addHoja(lienzo, tipo, draw);
  doc.y += despues;
}

export function heightOfParrafo(
  doc: PDFKit.PDFDocument,
  texto: string,
  { estilo, despues }: Required<Pick<OpcionesDeParrafo, 'estilo' | 'despues'>>,
): number {
  return breakLines(doc, texto, estilo, ANCHO).length * estilo.linea + despues;
}

function nextLine(doc: PDFKit.PDFDocument, lineasLeft: number, { linea }: Estilo): number {
  const room = Math.floor((PAGINA.abajo - doc.y) / linea);
  const leavesOneAlone = room === lineasLeft - 1 && lineasLeft === LINEAS_JUNTAS;
  if (room < 1 || leavesOneAlone) doc.continueOnNewPage();
  return doc.y;
}

function drawRaya({ doc }: Lienzo): void {
  const { y } = doc;
  drawArtefacto(doc, 'Layout', () =>
    doc.moveTo(PAGINA.izquierda, y).lineTo(PAGINA.derecha, y).lineWidth(0.75).stroke(COLOR.linea),
  );
}
