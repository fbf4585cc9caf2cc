import type { Validez } from '#infra/pades/ask-validez.ts';

/** The document security store (ETSI EN 319 142-1, 5.4.2), under the seal with the rest; nothing where there is nothing for it. */
export function addValidez(doc: PDFKit.PDFDocument, { autoridades, respuestas, listas }: Validez): void {
  if ([autoridades, respuestas, listas].every(({ length }) => length === 0)) return;
  const store = (partes: readonly Uint8Array[]) =>
    partes.map((der) => {
      const stream = doc.ref({});
      stream.end(Buffer.from(der));
      return stream;
    });
  const dss = doc.ref({ Type: 'DSS', Certs: store(autoridades), OCSPs: store(respuestas), CRLs: store(listas) });
  dss.end(undefined);
  const { data } = (doc as unknown as PdfkitPorDentro)._root;
  Object.assign(data, { DSS: dss, Extensions: { ESIC: { BaseVersion: '1.7', ExtensionLevel: 1 } } });
}

interface PdfkitPorDentro {
  _root: { data: Record<string, unknown> };
}
