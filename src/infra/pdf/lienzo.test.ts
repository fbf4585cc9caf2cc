import { beforeAll, describe, expect, it } from 'vitest';
import type { PlantillaDeSolicitud } from '#wording/acuse/plantilla.ts';
import { emitMuestra } from '../../../tests/support/acuse/emit-muestra.ts';
import {
  checkSyntax,
  type Elemento,
  elementsOf,
  hasPoppler,
  hasQpdf,
  objectsOf,
  structureOf,
} from '../../../tests/support/acuse/leer-pdf.ts';
import { MUESTRAS, type Muestra } from '../../../tests/support/acuse/muestras.ts';

const NAMES = Object.keys(MUESTRAS) as Muestra[];
/** poppler takes a while to read a structure. */
const ONE_OF_EACH = [
  'registro-largo',
  'validacion-telefono',
  'baja-de-3',
  'solicitud',
  'aclaracion',
] as const satisfies Muestra[];
const pdfs = new Map<Muestra, Buffer>();

beforeAll(async () => {
  for (const name of NAMES) pdfs.set(name, await emitMuestra(MUESTRAS[name]()));
});

const pdfOf = (name: Muestra) => pdfs.get(name) as Buffer;
const textsOf = (elements: Elemento[]) => elements.map(({ text }) => text);

describe.skipIf(!hasPoppler)('the structure of an acuse (skipped without poppler-utils)', () => {
  it('is read in the order of the page, with what only repeats left out', () => {
    const [documento] = structureOf(pdfOf('registro-telefono')).children;
    const read = documento?.children.map(({ type, text }) => `${type} ${text}`) ?? [];
    const beginnings = [
      'P Documento de demostración, sin validez ofi',
      'P GOBIERNO DE MÉXICO',
      'P Instituto Mexicano del Seguro Social',
      'P Buzón IMSS',
      'H1 Acuse de registro o actualización de mec',
      'P Fecha: 02/mar/2026 12:30 (Tiempo del Cent',
      'P Folio: BI-2026.00000001-52',
      'P Valor de verificación: ENGUCPNKZE',
      'P Verifica este acuse en buzon.example/veri',
      'Figure ',
      'H2 Contenido del acuse',
      'P De conformidad con los "Lineamientos gene',
      'H2 Datos de Identificación del Particular',
      'Table RFC:EKU9003173C9Nombre, denominación o R',
      'H2 Información del mecanismo de comunicació',
      'Table Teléfono celular:55 1234 5678Estatus de ',
      'P El particular se encuentra obligado a gua',
      'P Sello Digital:',
      'P B541zGP6kSi/Vu2EG7JJ4HcOpTzTagGYL8Zd9Isi',
      'P Cadena Original:',
      'P ||Invocante:Buzón IMSS|Tipo de trámite:Re',
      'P Número de serie del certificado del sello',
      'P Número de serie del certificado de la e.f',
      'P El presente acuse de recibo no prejuzga s',
      'P Sus datos personales son incorporados y p',
      'Form ',
      'P Contacto:',
      'P Paseo de la Reforma 476, P.B., Col. Juáre',
    ];
    expect(read.map((text, index) => text.slice(0, beginnings[index]?.length))).toEqual(beginnings);
  });

  it.each(ONE_OF_EACH)('%s: one title, and every row of a table with its header', (name) => {
    const structure = structureOf(pdfOf(name));
    expect(textsOf(elementsOf(structure, 'H1'))).toEqual([MUESTRAS[name]().plantilla.titulo]);
    const rows = elementsOf(structure, 'TR');
    expect(rows.length).toBeGreaterThanOrEqual(4);
    for (const { children } of rows) {
      expect(children.map(({ type }) => type)).toEqual(['TH', 'TD']);
      expect(children[0]?.attributes).toEqual(['/Scope /Row']);
    }
  });

  it('of a solicitud has headings that lead to the text that was signed and to its signature', () => {
    const structure = structureOf(pdfOf('solicitud-con-representante'));
    const { bloque, comunes, firma } = MUESTRAS.solicitud().plantilla as PlantillaDeSolicitud;
    expect(textsOf(elementsOf(structure, 'H2'))).toEqual([comunes.contenido, comunes.datos, bloque, firma.titulo]);
    expect(textsOf(elementsOf(structure, 'H3'))).toEqual([
      'Solicitud y manifestación del solicitante',
      'Carta de términos y condiciones para utilizar la firma electrónica avanzada en actos que se realicen ante el IMSS',
    ]);
  });

  it('gives sello and cadena on one line, exactly as they were sealed', () => {
    const { cadenaOriginal, sello } = MUESTRAS['registro-largo']();
    const texts = textsOf(elementsOf(structureOf(pdfOf('registro-largo')), 'P'));
    expect(texts).toContain(cadenaOriginal);
    expect(texts).toContain(Buffer.from(sello).toString('base64'));
  });

  it('names every registro of an annex, in order and apart from the next', () => {
    const texts = textsOf(elementsOf(structureOf(pdfOf('registro-de-50')), 'P'));
    const numeros = texts.filter((text) => text.startsWith('Y60-')).flatMap((text) => text.trim().split(' '));
    expect(numeros).toEqual(Array.from({ length: 50 }, (_, n) => `Y60-${String(n).padStart(5, '0')}-10-1`));
  });
});

describe.skipIf(!hasQpdf)('the file of an acuse (skipped without qpdf)', () => {
  it.each(NAMES)(
    '%s: is sound, in Spanish, under its title, and says in words what the QR and the links do',
    (name) => {
      const pdf = pdfOf(name);
      expect(checkSyntax(pdf)).toContain('No syntax or stream encoding errors found');
      const objects = objectsOf(pdf);
      const { datos, plantilla, appUrl } = MUESTRAS[name]();
      const url = `${appUrl}/verificar/${datos.folio}/${datos.tipo.toLowerCase()}?v=ENGUCPNKZE`;
      expect(objects).toContainEqual(expect.objectContaining({ '/Type': '/Catalog', '/Lang': 'u:es-MX' }));
      expect(objects).toContainEqual({ '/DisplayDocTitle': true });
      expect(objects.find((object) => object['/S'] === '/Figure')?.['/Alt']).toBe(
        `u:Código QR que abre la página para verificar este acuse: ${url}`,
      );
      const { sitio } = plantilla.comunes.contacto;
      const valuesOf = (key: string) => objects.flatMap((object) => object[key] ?? []);
      expect(objects.filter((object) => object['/Subtype'] === '/Link').map((link) => link['/Contents'])).toEqual([
        'u:Verificar este acuse: buzon.example/verificar',
        `u:${sitio}`,
      ]);
      expect(valuesOf('/URI')).toEqual([`u:${url}`, `u:${sitio}`]);
    },
  );
});
