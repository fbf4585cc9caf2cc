export type Elemento = PDFKit.PDFStructureElement;

/** ISO 32000-1, 14.8.4. */
export type TipoDeElemento =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Link'
  | 'Form'
  | 'Span';

/** What pdfkit takes and its types leave out: `bbox` (x1, y1, x2, y2 from the top left), `scope`, `placement`. */
interface Atributos {
  alt?: string;
  actual?: string;
  scope?: 'Row' | 'Column';
  bbox?: [number, number, number, number];
  placement?: 'Block';
}

/** A document under way: everything drawn in it is either inside an element or an artifact (PDF/UA-1, 7.1). */
export interface Lienzo {
  doc: PDFKit.PDFDocument;
  documento: Elemento;
}

export function startEstructura(doc: PDFKit.PDFDocument): Lienzo {
  const documento = doc.struct('Document');
  doc.addStructure(documento);
  return { doc, documento };
}

/** Adds an element whose content is what `draw` draws, at once, in reading order. Elements are never nested by drawing. */
export function addHoja(
  doc: PDFKit.PDFDocument,
  padre: Elemento,
  tipo: TipoDeElemento,
  draw: () => void,
  atributos: Atributos = {},
): void {
  const hoja = doc.struct(tipo, atributos, draw as unknown as PDFKit.PDFStructureElementChild);
  padre.add(hoja);
}

export function addGrupo(
  doc: PDFKit.PDFDocument,
  padre: Elemento,
  tipo: TipoDeElemento,
  fill: (grupo: Elemento) => void,
  atributos: Atributos = {},
): void {
  const grupo = doc.struct(tipo, atributos);
  padre.add(grupo);
  fill(grupo);
  grupo.end();
}

/** Draws what means nothing to a reader: lines, grounds, and what repeats on each page. */
export function drawArtefacto(
  doc: PDFKit.PDFDocument,
  draw: () => void,
  tipo: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type: tipo } as PDFKit.Mixins.MarkingOptions);
  draw();
  doc.endMarkedContent();
}
