import { formatFechaConSegundos } from '#domain/fecha.ts';
import { COLUMNAS } from '#wording/soporte/documento-de-folio.ts';
import { ANCHO, COLOR, ESTILO, type Estilo, PAGINA } from './estilo.ts';
import { addGrupo, addHoja, drawArtefacto, type Elemento, type Lienzo } from './estructura.ts';
import { breakLines, drawLinea } from './lineas.ts';

interface FilaDeFolio {
  cuando: Date;
  texto: string;
  detalle?: string | null;
  quien: string;
}

const ANCHOS = [108, ANCHO - 218, 110];
const MARGEN = { x: 5, y: 3 };

/** When, what (as `que` calls it) and who. The headings are drawn again on each page and read once; a row is never split between pages. */
export function drawTablaDeColumnas({ doc, documento }: Lienzo, que: string, filas: readonly FilaDeFolio[]): void {
  const encabezado = measure(doc, [COLUMNAS.fecha, que, COLUMNAS.quien], ESTILO.etiqueta);
  addGrupo(doc, documento, 'Table', (tabla) => {
    if (doc.y + encabezado.alto + 3 * ESTILO.cuerpo.linea > PAGINA.abajo) doc.addPage();
    addGrupo(doc, tabla, 'TR', (row) => drawEncabezado(doc, row, encabezado));
    for (const fila of filas) {
      const textos = [formatFechaConSegundos(fila.cuando), fila.texto, fila.quien];
      const medida = measure(doc, textos, ESTILO.cuerpo, fila.detalle);
      if (doc.y + medida.alto > PAGINA.abajo) {
        doc.addPage();
        drawRepetido(doc, encabezado);
        doc.y += encabezado.alto;
      }
      addGrupo(doc, tabla, 'TR', (row) => drawFila(doc, row, medida));
    }
  });
  doc.y += 6;
}

interface Celda {
  x: number;
  lineas: { texto: string; estilo: Estilo }[];
}

interface Medida {
  celdas: Celda[];
  alto: number;
}

/** The detail stands under the second text. */
function measure(doc: PDFKit.PDFDocument, textos: string[], estilo: Estilo, detalle?: string | null): Medida {
  let x: number = PAGINA.izquierda;
  const celdas = textos.map((texto, index) => {
    const ancho = ANCHOS[index] ?? 0;
    const room = ancho - 2 * MARGEN.x;
    const lineas = breakLines(doc, texto, estilo, room).map((linea) => ({ texto: linea, estilo }));
    const menores =
      index === 1 ? detalle?.split('\n').flatMap((each) => breakLines(doc, each, ESTILO.menor, room)) : [];
    lineas.push(...(menores ?? []).map((linea) => ({ texto: linea, estilo: ESTILO.menor })));
    const celda = { x: x + MARGEN.x, lineas };
    x += ancho;
    return celda;
  });
  const altos = celdas.map(({ lineas }) => lineas.reduce((total, { estilo: { linea } }) => total + linea, 0));
  return { celdas, alto: Math.max(...altos) + 2 * MARGEN.y };
}

function drawEncabezado(doc: PDFKit.PDFDocument, row: Elemento, medida: Medida): void {
  const { y } = doc;
  drawFondo(doc, y, medida.alto);
  for (const celda of medida.celdas) addHoja(doc, row, 'TH', () => drawCelda(doc, celda, y), { scope: 'Column' });
  doc.y = y + medida.alto;
}

function drawFila(doc: PDFKit.PDFDocument, row: Elemento, { celdas, alto }: Medida): void {
  const { y } = doc;
  for (const celda of celdas) addHoja(doc, row, 'TD', () => drawCelda(doc, celda, y));
  drawArtefacto(doc, () =>
    doc
      .moveTo(PAGINA.izquierda, y + alto)
      .lineTo(PAGINA.derecha, y + alto)
      .lineWidth(0.5)
      .stroke(COLOR.linea),
  );
  doc.y = y + alto;
}

function drawRepetido(doc: PDFKit.PDFDocument, { celdas, alto }: Medida): void {
  const { y } = doc;
  drawFondo(doc, y, alto);
  drawArtefacto(
    doc,
    () => {
      for (const celda of celdas) drawCelda(doc, celda, y);
    },
    'Pagination',
  );
  doc.y = y;
}

function drawFondo(doc: PDFKit.PDFDocument, y: number, alto: number): void {
  drawArtefacto(doc, () => doc.rect(PAGINA.izquierda, y, PAGINA.derecha - PAGINA.izquierda, alto).fill(COLOR.crema));
}

function drawCelda(doc: PDFKit.PDFDocument, { x, lineas }: Celda, y: number): void {
  let top = y + MARGEN.y;
  for (const { texto, estilo } of lineas) {
    drawLinea(doc, texto, x, top, estilo);
    top += estilo.linea;
  }
}
