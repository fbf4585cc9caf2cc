import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { SelloVacio } from './campo-de-sello.ts';
import { registerFuentes } from './fuentes.ts';
import { PAGINA } from './lienzo.ts';

export interface Metadatos {
  titulo: string;
  asunto: string;
  autor: string;
  /** That of what the document certifies, never of printing: the same acuse gives the same bytes. */
  fecha: Date;
}

/** PDF/A-2a and PDF/UA-1 at once. Throws RangeError on metadata with `<`, `>` or `&`: pdfkit writes them unescaped. */
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

export function finishDocumento(doc: PDFKit.PDFDocument, sello: SelloVacio | null): Promise<Buffer> {
  const whole = buffer(doc);
  doc.end();
  sello?.end(undefined);
  return whole;
}

/** «PDF/UA-1» and the extension schema that PDF/A asks for it (ISO 19005-2, 6.6.2.3); pdfkit writes the rest. */
function xmpDeAccesibilidad(fecha: Date): string {
  return `
        <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <xmp:ModifyDate>${fecha.toISOString().slice(0, 19)}Z</xmp:ModifyDate>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas>
                <rdf:Bag>
                    <rdf:li rdf:parseType="Resource">
                        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                        <pdfaSchema:property>
                            <rdf:Seq>
                                <rdf:li rdf:parseType="Resource">
                                    <pdfaProperty:name>part</pdfaProperty:name>
                                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                                    <pdfaProperty:category>internal</pdfaProperty:category>
                                    <pdfaProperty:description>Part of ISO 14289 that the document conforms to</pdfaProperty:description>
                                </rdf:li>
                            </rdf:Seq>
                        </pdfaSchema:property>
                    </rdf:li>
                </rdf:Bag>
            </pdfaExtension:schemas>
        </rdf:Description>
        `;
}
