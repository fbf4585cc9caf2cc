import PDFDocument from 'pdfkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { emitMuestra } from '../../../tests/support/acuse/emit-muestra.ts';
import { MUESTRAS } from '../../../tests/support/acuse/muestras.ts';
import { CONFORMS, hasVeraPdf, validatePdfs } from '../../../tests/support/verapdf/validate-pdfs.ts';
import { createDocumento, finishDocumento, type Metadatos } from './documento.ts';

const METADATOS: Metadatos = { titulo: 'Título', asunto: 'Asunto', autor: 'Autor', fecha: new Date(0) };

describe('createDocumento', () => {
  it.each(['a & b', '<a>'])('refuses metadata that would break the XMP: %s', (titulo) => {
    expect(() => createDocumento({ ...METADATOS, titulo })).toThrow(RangeError);
  });
});

describe.skipIf(!hasVeraPdf)('PDF/A-2a and PDF/UA-1, by veraPDF (skipped without a JDK and libjaxb-java)', () => {
  let said: Map<string, string[]>;

  beforeAll(async () => {
    const pdfs = new Map<string, Buffer>([
      ['without tags', await finishDocumento(drawUntagged(), null)],
      [
        'without fonts',
        await finishDocumento(new PDFDocument({ subset: 'PDF/A-2a', tagged: true }).text('¡Hola!'), null),
      ],
    ]);
    for (const [name, make] of Object.entries(MUESTRAS)) pdfs.set(name, await emitMuestra(make()));
    said = validatePdfs(pdfs);
  });

  it.each(Object.keys(MUESTRAS))('%s, sealed, keeps both', (name) => expect(said.get(name)).toEqual(CONFORMS));

  it('is noticed where what is drawn has no tags, which only PDF/UA forbids', () => {
    const noTags = 'ua1 7.1: Content shall be marked as Artifact or tagged as real content';
    expect(said.get('without tags')).toEqual(['2a passed', 'ua1 failed', noTags]);
  });

  it('is noticed where a font is not inside', () => {
    expect(said.get('without fonts')).toEqual(expect.arrayContaining(['2a failed', expect.stringMatching(/font/i)]));
  });
});

function drawUntagged(): PDFKit.PDFDocument {
  return createDocumento(METADATOS).font('regular').text('¡Hola!');
}
