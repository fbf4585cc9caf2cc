import PDFDocument from 'pdfkit';
import type { SelloVacio } from './campo-de-sello.ts';
import { PAGINA } from './estilo.ts';
import { registerFuentes } from './fuentes.ts';
import { xmpDeAccesibilidad } from './xmp.ts';

export interface Metadatos {
  titulo: string;
  asunto: string;
  autor: string;
  /** The date of what the document certifies, never that of printing: so the same acuse always gives the same bytes. */
  fecha: Date;
}

/**
 * An empty document that is PDF/A-2a and PDF/UA-1 at once. What goes in the metadata may not hold `<`, `>` or `&`: pdfkit
 * writes them in the XMP unescaped. Throws RangeError on them (a bug: names and values have no place there).
 */
export function createDocumento({ titulo, asunto, autor, fecha }: Metadatos): PDFKit.PDFDocument {
  if (/[<>&]/.test(titulo + asunto + autor)) throw new RangeError('metadata that XMP would need escaped');
  const doc = new PDFDocument({
    size: [PAGINA.ancho, PAGINA.alto],
    margins: { top: PAGINA.arriba, bottom: 0, left: PAGINA.izquierda, right: 0 },
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'es-MX',
    displayTitle: true,
    bufferPages: true,
    // pdfkit's own first font would be Helvetica, which is not embedded.
    font: null as unknown as string,
    info: {
      Title: titulo,
      Subject: asunto,
      Author: autor,
      Creator: 'Portal Buzón',
      Producer: 'pdfkit',
      CreationDate: fecha,
      ModDate: fecha,
    },
  });
  registerFuentes(doc);
  doc.appendXML(xmpDeAccesibilidad(fecha));
  return doc;
}

/** Closes the document and gives its bytes; the dictionary of its seal, where it has one, is the last object. */
export function finishDocumento(doc: PDFKit.PDFDocument, sello: SelloVacio | null): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    doc.end();
    sello?.end(undefined);
  });
}
