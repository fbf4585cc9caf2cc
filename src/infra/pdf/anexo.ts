import type { RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import { formatCantidad } from '#domain/cantidad.ts';
import { formatRegistroPatronal, type NumeroDeRegistroPatronal } from '#domain/registro-patronal.ts';
import { ANCHO, ESTILO, PAGINA } from './estilo.ts';
import { addHoja, type Lienzo } from './estructura.ts';
import { drawLineaUnica } from './lineas.ts';
import { type Marco, turnPage } from './paginas.ts';
import { drawParrafo, drawSeccion } from './texto.ts';

const COLUMNAS = 5;
const LINEA = ESTILO.monoMayor.linea;

interface Anexo {
  titulo: string;
  marco: Marco;
  registros: RelacionDeRegistros;
  onProgress?: (hechos: number, total: number) => Promise<void>;
}

/**
 * All the registros patronales of an acuse, five in a row, on pages of their own: fifty thousand are some two hundred.
 * They are read, drawn and let go of in parts, with room for other work between one and the next. Answers how many pages
 * the document has with them.
 */
export async function drawAnexo(lienzo: Lienzo, { titulo, marco, registros, onProgress }: Anexo): Promise<number> {
  const { doc } = lienzo;
  doc.addPage();
  drawSeccion(lienzo, titulo);
  drawParrafo(lienzo, `Son ${formatCantidad(registros.total)}, en el orden de sus números.`);
  const total = doc.bufferedPageRange().count + countOtherPages(doc.y, registros.total);
  const turn = () => turnPage(lienzo, marco, total);
  let pending: string[] = [];
  let hechos = 0;
  for await (const parte of registros.partes()) {
    pending.push(...parte.map(({ numero }) => formatRegistroPatronal(numero as NumeroDeRegistroPatronal)));
    const whole = pending.length - (pending.length % COLUMNAS);
    drawFilas(lienzo, pending.slice(0, whole), turn);
    pending = pending.slice(whole);
    hechos += parte.length;
    await onProgress?.(hechos, registros.total);
  }
  drawFilas(lienzo, pending, turn);
  const { start, count } = doc.bufferedPageRange();
  if (start + count !== total) throw new Error(`${start + count} pages of ${total}`);
  return total;
}

/** Pages after the one on which the rows begin at `y`. */
function countOtherPages(y: number, registros: number): number {
  const rowsFrom = (top: number) => Math.floor((PAGINA.abajo - top) / LINEA);
  const others = Math.ceil(registros / COLUMNAS) - rowsFrom(y);
  return Math.max(0, Math.ceil(others / rowsFrom(PAGINA.arriba)));
}

function drawFilas({ doc, documento }: Lienzo, numeros: readonly string[], turn: () => void): void {
  for (let i = 0; i < numeros.length; i += COLUMNAS) {
    if (Math.floor((PAGINA.abajo - doc.y) / LINEA) < 1) turn();
    const { y } = doc;
    addHoja(doc, documento, 'P', () => {
      for (const [columna, numero] of numeros.slice(i, i + COLUMNAS).entries())
        drawLineaUnica(doc, `${numero} `, PAGINA.izquierda + (columna * ANCHO) / COLUMNAS, y, ESTILO.monoMayor);
    });
    doc.y = y + LINEA;
  }
}
