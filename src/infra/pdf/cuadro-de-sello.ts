import type { Fila } from '#domain/acuse/contenido-de-acuse.ts';
import type { TextosComunes } from '#domain/acuse/plantilla.ts';
import { cutColumnas, drawColumnas } from './columnas.ts';
import { drawEnlace } from './enlace.ts';
import { ANCHO, COLOR, ESTILO, PAGINA } from './estilo.ts';
import { addGrupo, addHoja, drawArtefacto, type Lienzo } from './estructura.ts';
import { breakLines, drawLinea, widthOf } from './lineas.ts';
import { drawQr } from './qr.ts';
import { ensureSpace } from './texto.ts';

export interface DatosDeSello {
  /** In base64. */
  sello: string;
  cadenaOriginal: string;
  /** Serial numbers: the sello's certificate and, where there is one, the e.firma's. */
  series: Fila[];
  valorDeVerificacion: string;
  /** What the QR opens. */
  url: string;
  /** The page where a person types folio and value, as it is read. */
  paginaVisible: string;
  paginaUrl: string;
}

const MARGEN = 11;
const LADERA = 118;
const QR_LADO = 94;
const TEXTO_X = PAGINA.izquierda + MARGEN + 3;
const TEXTO_ANCHO = ANCHO - LADERA - 2 * MARGEN;
const QR_X = PAGINA.derecha - MARGEN - LADERA + 14;
const ENLACE = { ...ESTILO.menor, cuerpo: 7.2, linea: 9.6, fuente: 'semibold', color: COLOR.guinda } as const;
const LEYENDA = { ...ESTILO.menor, cuerpo: 7.2, linea: 9.8 } as const;

/** The box with sello, cadena original, serials and QR; it stays whole on one page. */
export function drawCuadroDeSello(lienzo: Lienzo, datos: DatosDeSello, comunes: TextosComunes): void {
  const { doc } = lienzo;
  const largos = [
    { etiqueta: comunes.sello, valor: datos.sello },
    { etiqueta: comunes.cadena, valor: datos.cadenaOriginal },
  ].map((fila) => ({ ...fila, lineas: cutColumnas(doc, fila.valor, ESTILO.mono, TEXTO_ANCHO) }));
  const enlace = breakLines(doc, datos.paginaVisible, ENLACE, LADERA - 6);
  const alto = Math.max(altoDeTexto(largos, datos.series), altoDeLadera(enlace)) + 2 * MARGEN;
  ensureSpace(lienzo, alto);
  const { y } = doc;
  drawMarco(doc, y, alto);
  doc.y = y + MARGEN;
  for (const largo of largos) drawLargo(lienzo, largo);
  for (const serie of datos.series) drawCorto(lienzo, serie);
  drawLadera(lienzo, y + MARGEN, datos, enlace, comunes);
  doc.y = y + alto + 8;
}

type Largo = Fila & { lineas: string[] };

function altoDeTexto(largos: Largo[], series: Fila[]): number {
  const monos = largos.map(({ lineas }) => ESTILO.etiquetaMenor.linea + lineas.length * ESTILO.mono.linea + 5);
  return monos.reduce((sum, alto) => sum + alto, 0) + series.length * (ESTILO.etiquetaMenor.linea + 2) - 2;
}

function altoDeLadera(enlace: string[]): number {
  return QR_LADO + 6 + (enlace.length + 2) * LEYENDA.linea + ESTILO.monoMayor.linea + 2;
}

function drawMarco(doc: PDFKit.PDFDocument, y: number, alto: number): void {
  drawArtefacto(doc, () => {
    doc.rect(PAGINA.izquierda, y, ANCHO, alto).lineWidth(0.75).stroke(COLOR.dorado);
    doc.rect(PAGINA.izquierda, y, 3, alto).fill(COLOR.guinda);
  });
}

function drawLargo({ doc, documento }: Lienzo, { etiqueta, valor, lineas }: Largo): void {
  const { y } = doc;
  const estilo = ESTILO.mono;
  addHoja(doc, documento, 'P', () => drawLinea(doc, etiqueta, TEXTO_X, y, ESTILO.etiquetaMenor));
  drawColumnas(doc, documento, valor, { lineas, x: TEXTO_X, y: y + ESTILO.etiquetaMenor.linea, estilo });
  doc.y = y + ESTILO.etiquetaMenor.linea + lineas.length * estilo.linea + 5;
}

function drawCorto({ doc, documento }: Lienzo, { etiqueta, valor }: Fila): void {
  const { y } = doc;
  const label = `${etiqueta} `;
  addHoja(doc, documento, 'P', () => {
    drawLinea(doc, label, TEXTO_X, y, ESTILO.etiquetaMenor);
    drawLinea(doc, valor, TEXTO_X + widthOf(doc, label, ESTILO.etiquetaMenor), y, ESTILO.monoMayor);
  });
  doc.y = y + ESTILO.etiquetaMenor.linea + 2;
}

/** The side: QR, where to verify without it, and the value that is asked for there. */
function drawLadera(
  { doc, documento }: Lienzo,
  top: number,
  datos: DatosDeSello,
  enlace: string[],
  comunes: TextosComunes,
): void {
  drawQr(doc, documento, datos.url, { x: QR_X, y: top, lado: QR_LADO });
  let y = top + QR_LADO + 6;
  addGrupo(doc, documento, 'P', (parrafo) => {
    addHoja(doc, parrafo, 'Span', () => drawLinea(doc, `${comunes.verificar} `, QR_X, y, LEYENDA));
    const descripcion = `Verificar este acuse: ${datos.paginaVisible}`;
    drawEnlace(doc, parrafo, enlace, {
      url: datos.paginaUrl,
      descripcion,
      x: QR_X,
      y: y + LEYENDA.linea,
      estilo: ENLACE,
    });
  });
  y += LEYENDA.linea + enlace.length * ENLACE.linea + 2;
  addHoja(doc, documento, 'P', () => {
    drawLinea(doc, `${comunes.valor} `, QR_X, y, LEYENDA);
    drawLinea(doc, datos.valorDeVerificacion, QR_X, y + LEYENDA.linea, ESTILO.monoMayor);
  });
}
