import type { Fuente } from './fuentes.ts';

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

export interface Estilo {
  fuente: Fuente;
  cuerpo: number;
  linea: number;
  color: string;
}

// Guinda, dorado and their tints, as the portal. Text is never in dorado: it lacks contrast on white.
export const COLOR = {
  guinda: '#611232',
  dorado: '#A57F2C',
  linea: '#D5C7AA',
  crema: '#F7F2E9',
  tinta: '#1A1A1A',
  gris: '#4F4F4F',
  aviso: '#8A1538',
} as const;

/** Letter, in points. */
export const PAGINA = { ancho: 612, alto: 792, izquierda: 54, derecha: 558, arriba: 76, abajo: 721 } as const;
export const ANCHO = PAGINA.derecha - PAGINA.izquierda;

export const ESTILO = {
  titulo: { fuente: 'bold', cuerpo: 14.5, linea: 19, color: COLOR.guinda },
  seccion: { fuente: 'semibold', cuerpo: 10.5, linea: 14.5, color: COLOR.guinda },
  subtitulo: { fuente: 'semibold', cuerpo: 9.6, linea: 13.4, color: COLOR.tinta },
  cuerpo: { fuente: 'regular', cuerpo: 9, linea: 12.2, color: COLOR.tinta },
  etiqueta: { fuente: 'semibold', cuerpo: 9, linea: 12.2, color: COLOR.tinta },
  menor: { fuente: 'regular', cuerpo: 7.5, linea: 10.2, color: COLOR.gris },
  etiquetaMenor: { fuente: 'semibold', cuerpo: 8, linea: 11, color: COLOR.guinda },
  mono: { fuente: 'mono', cuerpo: 6.8, linea: 9.2, color: COLOR.tinta },
  codigo: { fuente: 'mono', cuerpo: 7.4, linea: 12.2, color: COLOR.tinta },
  monoMayor: { fuente: 'mono', cuerpo: 8, linea: 11, color: COLOR.tinta },
} as const satisfies Record<string, Estilo>;
