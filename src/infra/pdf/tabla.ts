import type { Fila } from '#wording/acuse/contenido-de-acuse.ts';
import { ANCHO, addGrupo, addHoja, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA } from './lienzo.ts';
import { breakLines, drawLinea } from './lineas.ts';
import { ensureSpace } from './texto.ts';

const ETIQUETA_ANCHO = 190;
const MARGEN = { x: 8, y: 2.8 };
/** Ascent of Noto Sans and Noto Sans Mono, in ems. */
const ASCENSO = 1.069;

/** The labels are the headers of their rows. A row is never split between pages. */
export function drawTabla(lienzo: Lienzo, filas: readonly Fila[]): void {
  addGrupo(lienzo, 'Table', (tabla) => {
    for (const fila of filas) addGrupo(tabla, 'TR', (row) => drawFila(row, fila));
  });
  lienzo.doc.y += 6;
}

function drawFila(row: Lienzo, { etiqueta, valor, isCodigo }: Fila): void {
  const { doc } = row;
  const estiloDeValor = isCodigo ? ESTILO.codigo : ESTILO.cuerpo;
  const valorX = PAGINA.izquierda + ETIQUETA_ANCHO;
  const etiquetas = breakLines(doc, etiqueta, ESTILO.etiqueta, ETIQUETA_ANCHO - 2 * MARGEN.x);
  const valores = breakLines(doc, valor, estiloDeValor, ANCHO - ETIQUETA_ANCHO - 2 * MARGEN.x);
  const alto = Math.max(etiquetas.length, valores.length) * ESTILO.cuerpo.linea + 2 * MARGEN.y;
  ensureSpace(row, alto);
  const { y } = doc;
  drawArtefacto(doc, 'Layout', () => {
    doc.rect(PAGINA.izquierda, y, ETIQUETA_ANCHO, alto).fill(COLOR.crema);
    doc
      .rect(PAGINA.izquierda, y, ANCHO, alto)
      .moveTo(valorX, y)
      .lineTo(valorX, y + alto);
    doc.lineWidth(0.75).stroke(COLOR.linea);
  });
  const draw = (lineas: string[], x: number, estilo: Estilo) => () => {
    const top = y + MARGEN.y + ASCENSO * (ESTILO.etiqueta.cuerpo - estilo.cuerpo);
    for (const [i, linea] of lineas.entries()) drawLinea(doc, linea, x + MARGEN.x, top + i * estilo.linea, estilo);
  };
  addHoja(row, 'TH', draw(etiquetas, PAGINA.izquierda, ESTILO.etiqueta), { scope: 'Row' });
  addHoja(row, 'TD', draw(valores, valorX, estiloDeValor));
  doc.y = y + alto;
}
