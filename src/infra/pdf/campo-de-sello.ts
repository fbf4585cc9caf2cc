import type { CampoDeSello } from '#infra/pades/create-sello-de-pdf.ts';
import { MARCO } from '#wording/acuse/marco-de-documento.ts';
import { addGrupo, type Lienzo } from './lienzo.ts';

/** Its place is wide enough for each number that may be put there. */
const LUGAR = 9_999_999_999;
const IMPRESO_Y_FIJO = 132;
const SOLO_AGREGAR = 3;
const NOMBRE = 'Sello';

export type SelloVacio = PDFKit.PDFKitReference;

/** A field that shows nothing: readers show the seal themselves. Its text is for who cannot see (PDF/UA-1, 7.18.4). */
export function addCampoDeSello(lienzo: Lienzo, { reserva, vigenteDesde }: CampoDeSello, fecha: Date) {
  const { doc } = lienzo;
  const sello = doc.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: [0, LUGAR, LUGAR, LUGAR],
    Contents: new Uint8Array(reserva),
    M: fecha < vigenteDesde ? vigenteDesde : fecha,
  });
  const campo = {
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String(NOMBRE),
    TU: new String(MARCO.sello),
    V: sello,
    F: IMPRESO_Y_FIJO,
    P: doc.page.dictionary,
  };
  addGrupo(lienzo, 'Form', ({ elemento: structParent }) => {
    doc.annotate(0, 0, 0, 0, { ...campo, structParent } as unknown as PDFKit.Mixins.AnnotationOption);
  });
  addFormulario(doc, doc.page.annotations.at(-1));
  return sello;
}

/** pdfkit's own form asks readers to draw its fields, which PDF/A forbids, and knows no signatures. */
function addFormulario(doc: PDFKit.PDFDocument, campo: PDFKit.PDFKitReference): void {
  const { data } = (doc.font('regular').initForm() as unknown as PdfkitPorDentro)._root.data.AcroForm;
  delete data.NeedAppearances;
  Object.assign(data, { Fields: [campo], SigFlags: SOLO_AGREGAR });
}

interface PdfkitPorDentro {
  _root: { data: { AcroForm: { data: Record<string, unknown> } } };
}
