import { formatFechaConSegundos } from '#domain/fecha.ts';
import { COLUMNAS } from '#wording/soporte/documento-de-folio.ts';
import { ANCHO, addGrupo, addHoja, COLOR, drawArtefacto, ESTILO, type Estilo, type Lienzo, PAGINA } from './lienzo.ts';
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
export function drawTablaDeColumnas(lienzo: Lienzo, que: string, filas: readonly FilaDeFolio[]): void {
  const { doc } = lienzo;
  const encabezado = measure(doc, [COLUMNAS.fecha, que, COLUMNAS.quien], ESTILO.etiqueta);
  addGrupo(lienzo, 'Table', (tabla) => {
    if (doc.y + encabezado.alto + 3 * ESTILO.cuerpo.linea > PAGINA.abajo) doc.addPage();
    addGrupo(tabla, 'TR', (row) => drawEncabezado(row, encabezado));
    for (const fila of filas) {
      const textos = [formatFechaConSegundos(fila.cuando), fila.texto, fila.quien];
      const medida = measure(doc, textos, ESTILO.cuerpo, fila.detalle);
      if (doc.y + medida.alto > PAGINA.abajo) {
        doc.addPage();
        drawRepetido(doc, encabezado);
      }
      addGrupo(tabla, 'TR', (row) => drawFila(row, medida));
    }
  });
  doc.y += 6;
}

type Medida = ReturnType<typeof measure>;
type Celda = Medida['celdas'][number];

/** The detail stands under the second text. */
function measure(doc: PDFKit.PDFDocument, textos: string[], estilo: Estilo, detalle?: string | null) {
  let x: number = PAGINA.izquierda;
  const celdas = textos.map((texto, index) => {
    const ancho = ANCHOS[index] ?? 0;
    const cut = (text: string, como: Estilo) =>
      breakLines(doc, text, como, ancho - 2 * MARGEN.x).map((linea) => ({ texto: linea, estilo: como }));
    const menores = (index === 1 && detalle?.split('\n')) || [];
    const lineas = [...cut(texto, estilo), ...menores.flatMap((each) => cut(each, ESTILO.menor))];
    const celda = { x: x + MARGEN.x, lineas };
    x += ancho;
    return celda;
  });
  const altos = celdas.map(({ lineas }) => lineas.reduce((total, { estilo: { linea } }) => total + linea, 0));
  return { celdas, alto: Math.max(...altos) + 2 * MARGEN.y };
}

function drawEncabezado(row: Lienzo, { celdas, alto }: Medida): void {
  const { doc } = row;
  const { y } = doc;
  drawFondo(doc, y, alto);
  for (const celda of celdas) addHoja(row, 'TH', () => drawCelda(doc, celda, y), { scope: 'Column' });
  doc.y = y + alto;
}

function drawFila(row: Lienzo, { celdas, alto }: Medida): void {
  const { doc } = row;
  const { y } = doc;
  const abajo = y + alto;
  for (const celda of celdas) addHoja(row, 'TD', () => drawCelda(doc, celda, y));
  drawArtefacto(doc, 'Layout', () =>
    doc.moveTo(PAGINA.izquierda, abajo).lineTo(PAGINA.derecha, abajo).lineWidth(0.5).stroke(COLOR.linea),
  );
  doc.y = abajo;
}

function drawRepetido(doc: PDFKit.PDFDocument, { celdas, alto }: Medida): void {
  const { y } = doc;
  drawFondo(doc, y, alto);
  drawArtefacto(doc, 'Pagination', () => {
    for (const celda of celdas) drawCelda(doc, celda, y);
  });
  doc.y = y + alto;
}

function drawFondo(doc: PDFKit.PDFDocument, y: number, alto: number): void {
  drawArtefacto(doc, 'Layout', () => doc.rect(PAGINA.izquierda, y, ANCHO, alto).fill(COLOR.crema));
}

function drawCelda(doc: PDFKit.PDFDocument, { x, lineas }: Celda, y: number): void {
  let top = y + MARGEN.y;
  for (const { texto, estilo } of lineas) {
    drawLinea(doc, texto, x, top, estilo);
    top += estilo.linea;
  }
}
