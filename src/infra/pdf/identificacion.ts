import { encode } from 'uqr';
import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import type { TextosComunes } from '#wording/acuse/plantilla-comun.ts';
import { drawEnlace } from './enlace.ts';
import { addGrupo, addHoja, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA } from './lienzo.ts';
import { addLinea, breakLines, drawPar, widthOf } from './lineas.ts';
import { BAJO_EL_TITULO, drawTitulo } from './texto.ts';

export interface DatosDeIdentificacion {
  comunes: TextosComunes;
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
export function drawIdentificacion(lienzo: Lienzo, datos: DatosDeIdentificacion): void {
  const { doc } = lienzo;
  const enlace = breakLines(doc, datos.paginaVisible, ETIQUETA, DERECHA - IZQUIERDA - enlaceX(doc, datos));
  const alto = (2 + enlace.length) * LINEA + 2 * MARGEN.y;
  const lineas = breakLines(doc, datos.titulo, ESTILO.titulo, PANEL_ANCHO).length;
  // A title of one line stands in the middle of the room that most of them fill with two.
  doc.y = TOP + Math.max(0, (QR_LADO - alto - lineas * ESTILO.titulo.linea - BAJO_EL_TITULO) / 2);
  drawTitulo(lienzo, datos.titulo, PANEL_ANCHO);
  const y = Math.max(doc.y, TOP + QR_LADO - alto);
  drawArtefacto(doc, 'Layout', () => {
    doc.rect(PAGINA.izquierda, y, PANEL_ANCHO, alto).fill(COLOR.crema);
    doc.rect(PAGINA.izquierda, y, 3, alto).fill(COLOR.dorado);
  });
  drawPares(lienzo, y + MARGEN.y, datos);
  drawVerificar(lienzo, y + MARGEN.y + 2 * LINEA, datos, enlace);
  drawQr(lienzo, datos.url);
  doc.y = Math.max(y + alto, TOP + QR_LADO) + 4;
}

function drawPares(lienzo: Lienzo, y: number, datos: DatosDeIdentificacion): void {
  const { doc } = lienzo;
  const estilos: [Estilo, Estilo] = [ETIQUETA, ESTILO.cuerpo];
  const draw = (etiqueta: string, valor: string, x: number, top: number) =>
    addHoja(lienzo, 'P', () => drawPar(doc, { etiqueta, valor }, { x, y: top, estilos }));
  const { comunes, valorDeVerificacion } = datos;
  const ancho = widthOf(doc, `${comunes.valor} `, ETIQUETA) + widthOf(doc, valorDeVerificacion, ESTILO.cuerpo);
  draw(comunes.fecha, datos.fecha, IZQUIERDA, y);
  draw(comunes.folio, datos.folio, IZQUIERDA, y + LINEA);
  draw(comunes.valor, valorDeVerificacion, DERECHA - ancho, y + LINEA);
}

function drawVerificar(lienzo: Lienzo, y: number, datos: DatosDeIdentificacion, enlace: readonly string[]): void {
  addGrupo(lienzo, 'P', (parrafo) => {
    addLinea(parrafo, 'Span', `${datos.comunes.verificar} `, IZQUIERDA, y, ESTILO.cuerpo);
    drawEnlace(parrafo, enlace, {
      url: datos.url,
      descripcion: `Verificar este acuse: ${datos.paginaVisible}`,
      x: IZQUIERDA + enlaceX(lienzo.doc, datos),
      y,
      estilo: { ...ETIQUETA, linea: LINEA },
    });
  });
}

function enlaceX(doc: PDFKit.PDFDocument, { comunes }: DatosDeIdentificacion): number {
  return widthOf(doc, `${comunes.verificar} `, ESTILO.cuerpo);
}

function drawQr(lienzo: Lienzo, url: string): void {
  const { doc } = lienzo;
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const modulo = QR_LADO / size;
  // In modules, and in one go: pdfkit's own rectangles are four hundred pieces of content.
  const path = data.flatMap((fila, top) => runs(fila).map(([inicio, largo]) => `${inicio} ${top} ${largo} 1 re`));
  const draw = () => {
    doc.save().transform(modulo, 0, 0, modulo, QR_X, TOP).fillColor('#000000');
    doc.addContent(`${path.join('\n')}\nf`).restore();
  };
  const alt = MARCO.codigoQr(url);
  addHoja(lienzo, 'Figure', draw, { alt, bbox: [QR_X, TOP, QR_X + QR_LADO, TOP + QR_LADO], placement: 'Block' });
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
