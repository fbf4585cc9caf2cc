import { encode } from 'uqr';
import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import type { TextosComunes } from '#wording/acuse/plantilla-comun.ts';
import { drawEnlace } from './enlace.ts';
import { COLOR, ESTILO, PAGINA } from './estilo.ts';
import { addGrupo, addHoja, drawArtefacto, type Elemento, type Lienzo } from './estructura.ts';
import { breakLines, drawLinea, drawPar, widthOf } from './lineas.ts';
import { BAJO_EL_TITULO, drawTitulo } from './texto.ts';

export interface DatosDeIdentificacion {
  titulo: string;
  fecha: string;
  folio: string;
  valorDeVerificacion: string;
  url: string;
  /** The page where a person types folio and value, as it is read. */
  paginaVisible: string;
}

const QR_LADO = 93;
const TOP = PAGINA.arriba - 3;
const QR_X = PAGINA.derecha - QR_LADO;
const PANEL_ANCHO = QR_X - 16 - PAGINA.izquierda;
const MARGEN = { x: 12, y: 5 };
const LINEA = ESTILO.cuerpo.linea + 1.2;
const ETIQUETA = { ...ESTILO.etiqueta, color: COLOR.guinda };
const IZQUIERDA = PAGINA.izquierda + MARGEN.x;
const DERECHA = PAGINA.izquierda + PANEL_ANCHO - MARGEN.x;

/** The QR is here, so that it is on the first page whatever follows. */
export function drawIdentificacion(lienzo: Lienzo, datos: DatosDeIdentificacion, comunes: TextosComunes): void {
  const { doc, documento } = lienzo;
  const enlace = breakLines(doc, datos.paginaVisible, ETIQUETA, DERECHA - IZQUIERDA - enlaceX(doc, comunes));
  const alto = (2 + enlace.length) * LINEA + 2 * MARGEN.y;
  const lineas = breakLines(doc, datos.titulo, ESTILO.titulo, PANEL_ANCHO).length;
  // A title of one line stands in the middle of the room that most of them fill with two.
  doc.y = TOP + Math.max(0, (QR_LADO - alto - lineas * ESTILO.titulo.linea - BAJO_EL_TITULO) / 2);
  drawTitulo(lienzo, datos.titulo, PANEL_ANCHO);
  const y = Math.max(doc.y, TOP + QR_LADO - alto);
  drawArtefacto(doc, () => {
    doc.rect(PAGINA.izquierda, y, PANEL_ANCHO, alto).fill(COLOR.crema);
    doc.rect(PAGINA.izquierda, y, 3, alto).fill(COLOR.dorado);
  });
  drawPares(lienzo, y + MARGEN.y, datos, comunes);
  drawVerificar(lienzo, y + MARGEN.y + 2 * LINEA, { ...datos, enlace }, comunes);
  drawQr(doc, documento, datos.url, { x: QR_X, y: TOP, lado: QR_LADO });
  doc.y = Math.max(y + alto, TOP + QR_LADO) + 4;
}

function drawPares({ doc, documento }: Lienzo, y: number, datos: DatosDeIdentificacion, comunes: TextosComunes): void {
  const draw = (etiqueta: string, valor: string, x: number, top: number) =>
    addHoja(doc, documento, 'P', () =>
      drawPar(doc, { etiqueta, valor }, { x, y: top, estilos: [ETIQUETA, ESTILO.cuerpo] }),
    );
  const { valorDeVerificacion } = datos;
  const ancho = widthOf(doc, `${comunes.valor} `, ETIQUETA) + widthOf(doc, valorDeVerificacion, ESTILO.cuerpo);
  draw(comunes.fecha, datos.fecha, IZQUIERDA, y);
  draw(comunes.folio, datos.folio, IZQUIERDA, y + LINEA);
  draw(comunes.valor, valorDeVerificacion, DERECHA - ancho, y + LINEA);
}

function drawVerificar(
  { doc, documento }: Lienzo,
  y: number,
  { enlace, url, paginaVisible }: DatosDeIdentificacion & { enlace: readonly string[] },
  comunes: TextosComunes,
): void {
  addGrupo(doc, documento, 'P', (parrafo) => {
    addHoja(doc, parrafo, 'Span', () => drawLinea(doc, `${comunes.verificar} `, IZQUIERDA, y, ESTILO.cuerpo));
    drawEnlace(doc, parrafo, enlace, {
      url,
      descripcion: `Verificar este acuse: ${paginaVisible}`,
      x: IZQUIERDA + enlaceX(doc, comunes),
      y,
      estilo: { ...ETIQUETA, linea: LINEA },
    });
  });
}

function enlaceX(doc: PDFKit.PDFDocument, comunes: TextosComunes): number {
  return widthOf(doc, `${comunes.verificar} `, ESTILO.cuerpo);
}

export function drawQr(
  doc: PDFKit.PDFDocument,
  padre: Elemento,
  url: string,
  { x, y, lado }: { x: number; y: number; lado: number },
): void {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const modulo = lado / size;
  // In modules, and in one go: pdfkit's own rectangles are four hundred pieces of content.
  const path = data.flatMap((fila, top) => runs(fila).map(([inicio, largo]) => `${inicio} ${top} ${largo} 1 re`));
  const draw = () => {
    doc.save().transform(modulo, 0, 0, modulo, x, y).fillColor('#000000');
    doc.addContent(`${path.join('\n')}\nf`).restore();
  };
  addHoja(doc, padre, 'Figure', draw, {
    alt: MARCO.codigoQr(url),
    bbox: [x, y, x + lado, y + lado],
    placement: 'Block',
  });
}

function runs(modulos: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < modulos.length; i++) {
    if (!modulos[i]) continue;
    const inicio = i;
    while (modulos[i + 1]) i++;
    found.push([inicio, i - inicio + 1]);
  }
  return found;
}
