import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import { COLUMNAS, DOCUMENTO_DE_FOLIO, PARTES } from '#wording/soporte/documento-de-folio.ts';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { createDocumento, finishDocumento } from './documento.ts';
import { ANCHO, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA, startEstructura } from './lienzo.ts';
import { addLinea, drawLinea, widthOf } from './lineas.ts';
import { drawTabla } from './tabla.ts';
import { drawTablaDeColumnas } from './tabla-de-columnas.ts';
import { drawParrafo, drawSeccion, drawTitulo } from './texto.ts';

interface FolioPorImprimir {
  leido: FolioEnPalabras;
  exportadoPor: string;
  demo: boolean;
}

export type RenderFolio = typeof renderFolio;

const CONSOLA: Estilo = { fuente: 'bold', cuerpo: 11, linea: 15, color: COLOR.guinda };
const AVISO: Estilo = { fuente: 'semibold', cuerpo: 8.6, linea: 12, color: COLOR.aviso };
const PIE_Y = 734;

/** PDF/A-2a and PDF/UA-1; each page says who made it and when. It is no acuse: nothing seals it. Some 25 ms a page. */
export async function renderFolio({ leido, exportadoPor, demo }: FolioPorImprimir): Promise<Buffer> {
  const { folio, leidoEn } = leido;
  const doc = createDocumento({
    titulo: DOCUMENTO_DE_FOLIO.titulo,
    asunto: `Folio ${folio}`,
    autor: DOCUMENTO_DE_FOLIO.autor,
    fecha: leidoEn,
  });
  const lienzo = startEstructura(doc);
  const marca = DOCUMENTO_DE_FOLIO.marca(exportadoPor, leidoEn);
  drawCabecera(lienzo, demo);
  doc.y = PAGINA.arriba - 12;
  drawTitulo(lienzo, `Historia del folio ${folio}`, ANCHO);
  drawParrafo(lienzo, `${marca}. ${DOCUMENTO_DE_FOLIO.datos(leido)}`, { estilo: ESTILO.menor, despues: 4 });
  drawContenido(lienzo, leido);
  drawPies(lienzo, `Folio ${folio}`, marca);
  return finishDocumento(doc, null);
}

function drawContenido(lienzo: Lienzo, leido: FolioEnPalabras): void {
  const { titular, cronologia, pendientes, hasMas } = leido;
  const { frases, queHacer } = leido.resumen;
  drawSeccion(lienzo, PARTES.resumen);
  for (const frase of queHacer ? [...frases, queHacer] : frases) drawParrafo(lienzo, frase, { despues: 3 });
  drawSeccion(lienzo, PARTES.datos);
  drawTabla(lienzo, [
    { etiqueta: 'RFC del titular', valor: titular.rfc },
    { etiqueta: 'Nombre o razón social', valor: titular.nombre },
    ...leido.datos.map(({ termino, valor }) => ({ etiqueta: termino, valor })),
  ]);
  if (pendientes.length > 0) {
    drawSeccion(lienzo, PARTES.sigue);
    const filas = pendientes.map(({ cuando, texto, quien }) => ({ cuando, texto, quien }));
    drawTablaDeColumnas(lienzo, COLUMNAS.sigue, filas);
  }
  drawSeccion(lienzo, PARTES.paso);
  if (hasMas) drawParrafo(lienzo, DOCUMENTO_DE_FOLIO.hasMas);
  const filas = cronologia.map(({ fecha: cuando, texto, repetido, ...resto }) => {
    return { cuando, texto: `${texto}${repetido}`, ...resto };
  });
  drawTablaDeColumnas(lienzo, COLUMNAS.paso, filas);
}

function drawCabecera(lienzo: Lienzo, demo: boolean): void {
  const { doc } = lienzo;
  drawArtefacto(doc, 'Layout', () => doc.rect(PAGINA.izquierda, 50, ANCHO, 1.5).fill(COLOR.guinda));
  addLinea(lienzo, 'P', DOCUMENTO_DE_FOLIO.consola, PAGINA.izquierda, 30, CONSOLA);
  const texto = DOCUMENTO_DE_FOLIO.demo;
  if (demo) addLinea(lienzo, 'P', texto, PAGINA.derecha - widthOf(doc, texto, AVISO), 32, AVISO);
}

function drawPies({ doc }: Lienzo, folio: string, marca: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    drawArtefacto(doc, 'Pagination', () => {
      const numero = `${folio} · ${MARCO.pagina(page + 1, count)}`;
      drawLinea(doc, marca, PAGINA.izquierda, PIE_Y, ESTILO.menor);
      drawLinea(doc, numero, PAGINA.derecha - widthOf(doc, numero, ESTILO.menor), PIE_Y, ESTILO.menor);
    });
  }
}
