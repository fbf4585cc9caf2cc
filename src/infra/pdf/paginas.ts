import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import type { TextosComunes } from '#wording/acuse/plantilla-comun.ts';
import { drawEnlace } from './enlace.ts';
import { ANCHO, addGrupo, addHoja, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA } from './lienzo.ts';
import { addLinea, drawLinea, widthOf } from './lineas.ts';

export interface Marco {
  comunes: TextosComunes;
  folio: string;
  demo: boolean;
}

const GOBIERNO: Estilo = { fuente: 'bold', cuerpo: 13, linea: 18, color: COLOR.guinda };
const INSTITUTO: Estilo = { fuente: 'semibold', cuerpo: 10.5, linea: 14, color: COLOR.tinta };
const DEMOSTRACION: Estilo = { fuente: 'semibold', cuerpo: 8.6, linea: 12, color: '#FFFFFF' };
const CABECERA_Y = 26;
const RAYA_Y = 61;
const PIE_Y = 729;

export function drawCabecera(lienzo: Lienzo, marco: Marco): void {
  drawFondos(lienzo.doc, marco.demo);
  for (const draw of lineasDeCabecera(lienzo.doc, marco)) addHoja(lienzo, 'P', draw);
}

/** On the pages that are not yet let go of. Throws when there are not as many pages as was said (a bug). */
export function drawRepetidos(lienzo: Lienzo, marco: Marco, total: number): void {
  const { doc } = lienzo;
  const { start, count } = doc.bufferedPageRange();
  if (start + count > total) throw new Error(`page ${start + count} of ${total}`);
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    if (page > 0) {
      drawFondos(doc, marco.demo);
      drawArtefacto(doc, 'Pagination', () => {
        for (const draw of lineasDeCabecera(doc, marco)) draw();
      });
    }
    drawPie(doc, marco, MARCO.pagina(page + 1, total));
    if (page < total - 1) drawArtefacto(doc, 'Pagination', () => drawContacto(doc, marco));
    else addContacto(lienzo, marco);
  }
}

/** Those that are complete are let go of: a long document is not kept in memory. */
export function turnPage(lienzo: Lienzo, marco: Marco, total: number): void {
  drawRepetidos(lienzo, marco, total);
  lienzo.doc.flushPages();
  lienzo.doc.addPage();
}

function drawFondos(doc: PDFKit.PDFDocument, demo: boolean): void {
  drawArtefacto(doc, 'Layout', () => {
    if (demo) doc.rect(0, 0, PAGINA.ancho, 18).fill(COLOR.aviso);
    doc.rect(0, PAGINA.alto - 8, PAGINA.ancho, 8).fill(COLOR.guinda);
    doc.rect(PAGINA.izquierda, RAYA_Y, ANCHO, 2).fill(COLOR.guinda);
  });
}

function lineasDeCabecera(doc: PDFKit.PDFDocument, { comunes, demo }: Marco): (() => void)[] {
  const institutoX = PAGINA.izquierda + widthOf(doc, comunes.gobierno, GOBIERNO) + 24;
  const demostracionX = (PAGINA.ancho - widthOf(doc, comunes.demostracion, DEMOSTRACION)) / 2;
  const lineas = [
    () => drawLinea(doc, comunes.gobierno, PAGINA.izquierda, CABECERA_Y + 6, GOBIERNO),
    () => {
      doc.rect(institutoX - 12, CABECERA_Y, 1, 29).fill(COLOR.dorado);
      drawLinea(doc, comunes.instituto, institutoX, CABECERA_Y, INSTITUTO);
    },
    () => drawLinea(doc, comunes.sistema, institutoX, CABECERA_Y + 15, ESTILO.menor),
  ];
  if (!demo) return lineas;
  return [() => drawLinea(doc, comunes.demostracion, demostracionX, 3, DEMOSTRACION), ...lineas];
}

function drawPie(doc: PDFKit.PDFDocument, { comunes, folio }: Marco, numero: string): void {
  drawArtefacto(doc, 'Pagination', () => {
    doc.rect(PAGINA.izquierda, PIE_Y, ANCHO, 0.75).fill(COLOR.dorado);
    for (const [i, texto] of [`${comunes.folio} ${folio}`, numero].entries())
      drawLinea(doc, texto, PAGINA.derecha - widthOf(doc, texto, ESTILO.menor), lineaY(i), ESTILO.menor);
  });
}

function drawContacto(doc: PDFKit.PDFDocument, { comunes }: Marco): void {
  const { titulo, lineas, sitio } = comunes.contacto;
  for (const [i, texto] of [titulo, ...lineas, sitio].entries()) {
    drawLinea(doc, texto, PAGINA.izquierda, lineaY(i), i === 0 ? ESTILO.etiquetaMenor : ESTILO.menor);
  }
}

function addContacto(lienzo: Lienzo, { comunes }: Marco): void {
  const { titulo, lineas, sitio } = comunes.contacto;
  const x = PAGINA.izquierda;
  addLinea(lienzo, 'P', titulo, x, lineaY(0), ESTILO.etiquetaMenor);
  addGrupo(lienzo, 'P', (parrafo) => {
    for (const [i, linea] of lineas.entries()) addLinea(parrafo, 'Span', `${linea} `, x, lineaY(i + 1), ESTILO.menor);
    const y = lineaY(lineas.length + 1);
    drawEnlace(parrafo, [sitio], { url: sitio, descripcion: sitio, x, y, estilo: ESTILO.menor });
  });
}

function lineaY(linea: number): number {
  return PIE_Y + 6 + linea * ESTILO.menor.linea;
}
