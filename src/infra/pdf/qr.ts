import { encode } from 'uqr';
import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import { addHoja, type Elemento } from './estructura.ts';

export function drawQr(
  doc: PDFKit.PDFDocument,
  padre: Elemento,
  url: string,
  { x, y, lado }: { x: number; y: number; lado: number },
): void {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const modulo = lado / size;
  // In modules, and in one go: pdfkit's own rectangles are four hundred pieces of content.
  const path = data.flatMap((fila, top) => runs(fila).map(([inicio, largo]) => `${inicio} ${top} ${largo} 1 re`));
  const draw = () => {
    doc.save().transform(modulo, 0, 0, modulo, x, y).fillColor('#000000');
    doc.addContent(`${path.join('\n')}\nf`).restore();
  };
  addHoja(doc, padre, 'Figure', draw, {
    alt: MARCO.codigoQr(url),
    bbox: [x, y, x + lado, y + lado],
    placement: 'Block',
  });
}

function runs(modulos: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < modulos.length; i++) {
    if (!modulos[i]) continue;
    const inicio = i;
    while (modulos[i + 1]) i++;
    found.push([inicio, i - inicio + 1]);
  }
  return found;
}
