import type { Estilo } from './estilo.ts';
import { addGrupo, addHoja, type Elemento } from './estructura.ts';
import { drawLinea, widthOf } from './lineas.ts';

/** One link. PDF/UA-1 (7.18.5) wants its description in the annotation too, which pdfkit leaves empty. */
export function drawEnlace(
  doc: PDFKit.PDFDocument,
  parrafo: Elemento,
  lineas: readonly string[],
  { url, descripcion, x, y, estilo }: { url: string; descripcion: string; x: number; y: number; estilo: Estilo },
): void {
  addGrupo(doc, parrafo, 'Link', (enlace) => {
    for (const [i, linea] of lineas.entries()) {
      const top = y + i * estilo.linea;
      addHoja(doc, enlace, 'Span', () => drawLinea(doc, linea, x, top, estilo));
      const anotacion = { structParent: enlace, Contents: new String(descripcion) };
      doc.link(
        x,
        top,
        widthOf(doc, linea, estilo),
        estilo.linea,
        url,
        anotacion as unknown as PDFKit.Mixins.AnnotationOption,
      );
    }
  });
}
