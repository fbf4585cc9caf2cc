import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import type { AcuseParaImprimir } from '#infra/pdf/render-acuse.ts';
import { type Escrito, writeAcuse } from './write-acuse.ts';

const MARGEN = 54;
const ANCHO = 504;
const FUENTES = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular',
  bold: 'noto-sans/700Bold/NotoSans_700Bold',
  semibold: 'noto-sans/600SemiBold/NotoSans_600SemiBold',
  mono: 'noto-sans-mono/400Regular/NotoSansMono_400Regular',
};

/**
 * What an acuse says, drawn as pdfkit's manual shows: neither tags nor PDF/A nor seal. Its fonts are parsed once for all
 * documents, as ours are, and lay each word out once where `prepare` makes them.
 */
export function drawWithPdfkit(
  prepare: (font: Font, name: string) => Font,
): (acuse: AcuseParaImprimir) => Promise<Buffer> {
  const fonts = Object.entries(FUENTES).map(([name, file]): [string, Font] => [
    name,
    prepare(create(readFileSync(`node_modules/@expo-google-fonts/${file}.ttf`)), name),
  ]);
  return (acuse) => draw(writeAcuse(acuse), fonts);
}

function draw(escrito: Escrito, fonts: [string, Font][]): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: 76, bottom: 70, left: MARGEN, right: MARGEN },
    font: null as unknown as string,
    info: { Title: escrito.titulo },
  });
  for (const [name, font] of fonts) doc.registerFont(name, font as never);
  drawHead(doc, escrito);
  drawBody(doc, escrito);
  drawSello(doc, escrito);
  drawFoot(doc, escrito);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.end();
  });
}

function drawHead(doc: PDFKit.PDFDocument, { encabezado, demostracion, titulo, identificacion, url }: Escrito): void {
  doc
    .rect(0, 0, 612, 18)
    .fill('#8A1538')
    .rect(0, 784, 612, 8)
    .fill('#611232')
    .rect(MARGEN, 61, ANCHO, 2)
    .fill('#611232');
  doc.font('semibold').fontSize(8.6).fillColor('#FFFFFF').text(demostracion, 0, 3, { width: 612, align: 'center' });
  const [gobierno = '', instituto = '', sistema = ''] = encabezado;
  doc.font('bold').fontSize(13).fillColor('#611232').text(gobierno, MARGEN, 32);
  doc.font('semibold').fontSize(10.5).fillColor('#1A1A1A').text(instituto, 224, 26);
  doc.font('regular').fontSize(7.5).fillColor('#4F4F4F').text(sistema, 224, 41);
  doc.font('bold').fontSize(14.5).fillColor('#611232').text(titulo, MARGEN, 73, { width: 395 });
  doc.rect(MARGEN, 116, 395, 50).fill('#F7F2E9').rect(MARGEN, 116, 3, 50).fill('#A57F2C');
  for (const [i, [etiqueta, valor]] of identificacion.entries()) {
    doc
      .font('semibold')
      .fontSize(9)
      .fillColor('#611232')
      .text(`${etiqueta} `, 66, 120 + i * 11, { continued: true });
    doc.font('regular').fillColor('#1A1A1A').text(valor);
  }
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  for (const [y, fila] of data.entries())
    for (const [x, isDark] of fila.entries())
      if (isDark) doc.rect(465 + (x * 93) / size, 73 + (y * 93) / size, 93 / size, 93 / size);
  doc.fill('#000000');
  doc.y = 170;
}

function drawBody(doc: PDFKit.PDFDocument, { contenido, cuerpo, secciones, cierre }: Escrito): void {
  drawHeading(doc, contenido);
  doc.font('regular').fontSize(9).fillColor('#1A1A1A').text(cuerpo, MARGEN, doc.y, { width: ANCHO });
  for (const { titulo, filas } of secciones) {
    drawHeading(doc, titulo);
    for (const [etiqueta, valor] of filas) {
      const { y } = doc;
      const alto = doc.font('regular').fontSize(9).heightOfString(valor, { width: 298 }) + 6;
      doc.rect(MARGEN, y, 190, alto).fill('#F7F2E9').rect(MARGEN, y, ANCHO, alto).lineWidth(0.75).stroke('#D5C7AA');
      doc
        .font('semibold')
        .fillColor('#1A1A1A')
        .text(etiqueta, MARGEN + 8, y + 3, { width: 174 });
      doc.font('regular').text(valor, MARGEN + 198, y + 3, { width: 298 });
      doc.y = y + alto;
    }
  }
  doc.font('regular').text(cierre, MARGEN, doc.y + 6, { width: ANCHO });
}

function drawHeading(doc: PDFKit.PDFDocument, titulo: string): void {
  doc
    .font('semibold')
    .fontSize(10.5)
    .fillColor('#611232')
    .text(titulo, MARGEN, doc.y + 6);
  doc
    .moveTo(MARGEN, doc.y)
    .lineTo(MARGEN + ANCHO, doc.y)
    .lineWidth(0.75)
    .stroke('#D5C7AA');
  doc.y += 5;
}

function drawSello(doc: PDFKit.PDFDocument, { sello, finales }: Escrito): void {
  const top = doc.y + 8;
  doc.y = top + 9;
  for (const [etiqueta, valor] of sello) {
    doc
      .font('semibold')
      .fontSize(8)
      .fillColor('#611232')
      .text(etiqueta, MARGEN + 12, doc.y);
    doc.font('mono').fontSize(6.8).fillColor('#1A1A1A').text(valor, { width: 483 });
  }
  doc
    .rect(MARGEN, top, ANCHO, doc.y + 6 - top)
    .lineWidth(0.75)
    .stroke('#A57F2C');
  doc.font('regular').fontSize(7.5).fillColor('#4F4F4F');
  doc.y += 14;
  for (const texto of finales) doc.text(texto, MARGEN, doc.y, { width: ANCHO }).moveDown(0.4);
}

function drawFoot(doc: PDFKit.PDFDocument, { pie, pagina }: Escrito): void {
  doc.page.margins.bottom = 0;
  doc.rect(MARGEN, 729, ANCHO, 0.75).fill('#A57F2C').fillColor('#4F4F4F');
  for (const [i, linea] of pie.entries()) doc.text(linea, MARGEN, 735 + i * 10.2);
  for (const [i, linea] of pagina.entries()) doc.text(linea, MARGEN, 735 + i * 10.2, { width: ANCHO, align: 'right' });
}
