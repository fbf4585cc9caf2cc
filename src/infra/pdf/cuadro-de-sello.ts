import type { Fila } from '#wording/acuse/contenido-de-acuse.ts';
import type { TextosComunes } from '#wording/acuse/plantilla-comun.ts';
import { cutColumnas, drawColumnas, type ValorCortado } from './columnas.ts';
import { ANCHO, addHoja, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA } from './lienzo.ts';
import { drawPar } from './lineas.ts';
import { ensureSpace } from './texto.ts';

export interface DatosDeSello {
  sello: string;
  cadenaOriginal: string;
  series: Fila[];
}

const MARGEN = 9;
const DEBAJO = 8;
const TEXTO_X = PAGINA.izquierda + MARGEN + 3;
const TEXTO_ANCHO = PAGINA.derecha - MARGEN - TEXTO_X;

/** It stays whole on one page, with `despues` points left under it. */
export function drawCuadroDeSello(lienzo: Lienzo, datos: DatosDeSello, comunes: TextosComunes, despues: number): void {
  const { doc } = lienzo;
  const largos = [
    { etiqueta: comunes.sello, valor: datos.sello },
    { etiqueta: comunes.cadena, valor: datos.cadenaOriginal },
  ].map((fila) => ({ ...fila, lineas: cutColumnas(doc, fila.valor, ESTILO.mono, TEXTO_ANCHO) }));
  const alto = altoDeTexto(largos, datos.series) + 2 * MARGEN;
  ensureSpace(lienzo, alto + (despues > 0 ? DEBAJO + despues : 0));
  const { y } = doc;
  drawMarco(doc, y, alto);
  doc.y = y + MARGEN;
  for (const largo of largos) {
    drawColumnas(lienzo, largo, TEXTO_X);
    doc.y += 5;
  }
  for (const serie of datos.series) {
    const top = doc.y;
    const estilos: [Estilo, Estilo] = [ESTILO.etiquetaMenor, ESTILO.monoMayor];
    addHoja(lienzo, 'P', () => drawPar(doc, serie, { x: TEXTO_X, y: top, estilos }));
    doc.y = top + ESTILO.etiquetaMenor.linea + 2;
  }
  doc.y = y + alto + DEBAJO;
}

function altoDeTexto(largos: ValorCortado[], series: Fila[]): number {
  const monos = largos.map(({ lineas }) => ESTILO.etiquetaMenor.linea + lineas.length * ESTILO.mono.linea + 5);
  return monos.reduce((sum, alto) => sum + alto, 0) + series.length * (ESTILO.etiquetaMenor.linea + 2) - 2;
}

function drawMarco(doc: PDFKit.PDFDocument, y: number, alto: number): void {
  drawArtefacto(doc, 'Layout', () => {
    doc.rect(PAGINA.izquierda, y, ANCHO, alto).lineWidth(0.75).stroke(COLOR.dorado);
    doc.rect(PAGINA.izquierda, y, 3, alto).fill(COLOR.guinda);
  });
}
