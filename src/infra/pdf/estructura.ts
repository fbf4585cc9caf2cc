type Elemento = PDFKit.PDFStructureElement;

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
  /** Where what is drawn goes: the document, or a group in it. */
  elemento: Elemento;
}

export function startEstructura(doc: PDFKit.PDFDocument): Lienzo {
  const elemento = doc.struct('Document');
  doc.addStructure(elemento);
  return { doc, elemento };
}

/** Adds an element whose content is what `draw` draws, at once, in reading order. Elements are never nested by drawing. */
export function addHoja({ doc, elemento }: Lienzo, tipo: TipoDeElemento, draw: () => void, atributos: Atributos = {}) {
  elemento.add(doc.struct(tipo, atributos, draw as unknown as PDFKit.PDFStructureElementChild));
}

export function addGrupo({ doc, elemento }: Lienzo, tipo: TipoDeElemento, fill: (grupo: Lienzo) => void): void {
  const grupo = doc.struct(tipo);
  elemento.add(grupo);
  fill({ doc, elemento: grupo });
  grupo.end();
}

/** Draws what means nothing to a reader: lines and grounds, or what repeats on each page. */
export function drawArtefacto(doc: PDFKit.PDFDocument, tipo: 'Layout' | 'Pagination', draw: () => void): void {
  doc.markContent('Artifact', { type: tipo } as PDFKit.Mixins.MarkingOptions);
  draw();
  doc.endMarkedContent();
}
