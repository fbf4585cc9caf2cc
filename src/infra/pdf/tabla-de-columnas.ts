import { COLOR, ESTILO, type Estilo, PAGINA } from './estilo.ts';
import { addGrupo, addHoja, drawArtefacto, type Elemento, type Lienzo } from './estructura.ts';
import { breakLines, drawLinea } from './lineas.ts';

interface ColumnaDePdf {
  titulo: string;
  ancho: number;
}

interface CeldaDePdf {
  texto: string;
  detalle?: string | null;
}

const MARGEN = { x: 5, y: 3 };

/** The headings are drawn again on each page and read once; a row is never split between pages. */
export function drawTablaDeColumnas(
  lienzo: Lienzo,
  columnas: readonly ColumnaDePdf[],
  filas: readonly (readonly CeldaDePdf[])[],
): void {
  const { doc, documento } = lienzo;
  const titulos = columnas.map(({ titulo }) => ({ texto: titulo }));
  const encabezado = measure(doc, columnas, titulos, ESTILO.etiqueta);
  addGrupo(doc, documento, 'Table', (tabla) => {
    if (doc.y + encabezado.alto + 3 * ESTILO.cuerpo.linea > PAGINA.abajo) doc.addPage();
    addGrupo(doc, tabla, 'TR', (row) => drawEncabezado(doc, row, encabezado));
    for (const fila of filas) {
      const medida = measure(doc, columnas, fila, ESTILO.cuerpo);
      if (doc.y + medida.alto > PAGINA.abajo) {
        doc.addPage();
        drawArtefacto(doc, () => drawCeldas(doc, encabezado), 'Pagination');
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

function measure(
  doc: PDFKit.PDFDocument,
  columnas: readonly ColumnaDePdf[],
  fila: readonly CeldaDePdf[],
  estilo: Estilo,
): Medida {
  let x: number = PAGINA.izquierda;
  const celdas = fila.map(({ texto, detalle }, index) => {
    const ancho = columnas[index]?.ancho ?? 0;
    const room = ancho - 2 * MARGEN.x;
    const lineas = breakLines(doc, texto, estilo, room).map((linea) => ({ texto: linea, estilo }));
    const menores = detalle?.split('\n').flatMap((each) => breakLines(doc, each, ESTILO.menor, room)) ?? [];
    lineas.push(...menores.map((linea) => ({ texto: linea, estilo: ESTILO.menor })));
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

function drawCeldas(doc: PDFKit.PDFDocument, { celdas, alto }: Medida): void {
  const { y } = doc;
  doc.rect(PAGINA.izquierda, y, PAGINA.derecha - PAGINA.izquierda, alto).fill(COLOR.crema);
  for (const celda of celdas) drawCelda(doc, celda, y);
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
