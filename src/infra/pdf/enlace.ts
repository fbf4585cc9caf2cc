import { addGrupo, type Estilo, type Lienzo } from './lienzo.ts';
import { addLinea, widthOf } from './lineas.ts';

/** One link. PDF/UA-1 (7.18.5) wants its description in the annotation too, which pdfkit leaves empty. */
export function drawEnlace(
  parrafo: Lienzo,
  lineas: readonly string[],
  { url, descripcion, x, y, estilo }: { url: string; descripcion: string; x: number; y: number; estilo: Estilo },
): void {
  addGrupo(parrafo, 'Link', (enlace) => {
    const { doc, elemento: structParent } = enlace;
    for (const [i, linea] of lineas.entries()) {
      const top = y + i * estilo.linea;
      addLinea(enlace, 'Span', linea, x, top, estilo);
      const anotacion: unknown = { structParent, Contents: new String(descripcion) };
      const ancho = widthOf(doc, linea, estilo);
      doc.link(x, top, ancho, estilo.linea, url, anotacion as PDFKit.Mixins.AnnotationOption);
    }
  });
}
