import type { RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import { formatRegistroPatronal } from '#domain/registro-patronal.ts';
import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import { ANCHO, addHoja, drawArtefacto, ESTILO, type Lienzo, PAGINA } from './lienzo.ts';
import { drawLinea, widthOf } from './lineas.ts';
import { type Marco, turnPage } from './paginas.ts';
import { drawParrafo, drawSeccion, ESPACIO_DE_SECCION } from './texto.ts';

const COLUMNAS = 5;
const FILAS = 5;
const POR_BLOQUE = COLUMNAS * FILAS;
const LINEA = ESTILO.monoMayor.linea;
const ENTRE_BLOQUES = 5;
const BLOQUE = FILAS * LINEA + ENTRE_BLOQUES;
const ARRIBA = PAGINA.arriba + ESTILO.menor.linea + 6;
const ENCABEZADO = ESPACIO_DE_SECCION + ESTILO.cuerpo.linea + 6;

interface Anexo {
  titulo: string;
  marco: Marco;
  registros: RelacionDeRegistros;
  onProgress?: (hechos: number, total: number) => Promise<void>;
}

/**
 * All the registros patronales of an acuse (fifty thousand are two hundred pages), read, drawn and let go of in parts,
 * with room for other work in between. Answers how many pages the document has with them.
 */
export async function drawAnexo(lienzo: Lienzo, { titulo, marco, registros, onProgress }: Anexo): Promise<number> {
  const { doc } = lienzo;
  if (!beginsHere(doc, registros.total)) doc.addPage();
  drawSeccion(lienzo, titulo);
  drawParrafo(lienzo, MARCO.anexo(registros.total));
  const total = doc.bufferedPageRange().count + countOtherPages(doc.y, registros.total);
  const turn = () => {
    turnPage(lienzo, marco, total);
    drawArtefacto(doc, 'Pagination', () => drawLinea(doc, titulo, PAGINA.izquierda, PAGINA.arriba, ESTILO.menor));
    doc.y = ARRIBA;
  };
  let pending: string[] = [];
  let hechos = 0;
  for await (const parte of registros.partes()) {
    pending.push(...parte.map(formatRegistroPatronal));
    const whole = pending.length - (pending.length % POR_BLOQUE);
    drawBloques(lienzo, pending.slice(0, whole), turn);
    pending = pending.slice(whole);
    hechos += parte.length;
    await onProgress?.(hechos, registros.total);
  }
  drawBloques(lienzo, pending, turn);
  const { start, count } = doc.bufferedPageRange();
  if (start + count !== total) throw new Error(`${start + count} pages of ${total}`);
  return total;
}

function beginsHere(doc: PDFKit.PDFDocument, registros: number): boolean {
  const top = doc.y + ENCABEZADO;
  const isFirst = doc.bufferedPageRange().count === 1;
  return bloquesFrom(top) * POR_BLOQUE >= registros || (!isFirst && top < PAGINA.alto / 3);
}

function countOtherPages(y: number, registros: number): number {
  const others = Math.ceil(registros / POR_BLOQUE) - bloquesFrom(y);
  return Math.max(0, Math.ceil(others / bloquesFrom(ARRIBA)));
}

function bloquesFrom(y: number): number {
  return Math.max(0, Math.floor((PAGINA.abajo - y + ENTRE_BLOQUES) / BLOQUE));
}

function drawBloques(lienzo: Lienzo, numeros: readonly string[], turn: () => void): void {
  const { doc } = lienzo;
  const paso = (ANCHO - widthOf(doc, numeros[0] ?? '', ESTILO.monoMayor)) / (COLUMNAS - 1);
  for (let i = 0; i < numeros.length; i += POR_BLOQUE) {
    if (bloquesFrom(doc.y) < 1) turn();
    const { y } = doc;
    addHoja(lienzo, 'P', () => {
      for (const [k, numero] of numeros.slice(i, i + POR_BLOQUE).entries()) {
        const x = PAGINA.izquierda + (k % COLUMNAS) * paso;
        drawLinea(doc, `${numero} `, x, y + Math.floor(k / COLUMNAS) * LINEA, ESTILO.monoMayor, []);
      }
    });
    doc.y = y + BLOQUE;
  }
}
