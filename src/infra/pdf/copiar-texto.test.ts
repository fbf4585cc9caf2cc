import { beforeAll, describe, expect, it } from 'vitest';
import { lettersLost, partesIlegibles } from '#domain/acuse/texto-copiado.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import {
  copyInBrowser,
  copyUnder,
  copyWith,
  hasMutool,
  hasVisor,
  type Lector,
} from '../../../tests/support/acuse/copiar.ts';
import { NOMBRES_ADVERSOS } from '../../../tests/support/acuse/documentos.ts';
import { emitMuestra } from '../../../tests/support/acuse/emit-muestra.ts';
import { hasPoppler } from '../../../tests/support/acuse/leer-pdf.ts';
import { acuse, MUESTRAS } from '../../../tests/support/acuse/muestras.ts';
import { readTexto } from './read-texto.ts';
import type { AcuseParaImprimir } from './render-acuse.ts';

const { datos: registro } = MUESTRAS['registro-correo']();

/** So that what is between the blanks falls on every place of a line. */
const EN_CADA_LUGAR = Array.from(
  { length: 12 },
  (_, i) => `${'X'.repeat(5 * i)} A-B | ÑANDÚ ñ - C.V. — ¿Y? DE LA PEÑA`,
);
/** Letters that Unicode does not compose are moved marks on the page, behind which mutool sees a blank. */
const COMPUESTOS = NOMBRES_ADVERSOS.filter((nombre) => !/\p{M}/u.test(nombre.normalize('NFC')));
const NOMBRES = [
  ...COMPUESTOS,
  ...EN_CADA_LUGAR,
  'DOS  BLANCOS   Y\tUN TABULADOR',
  'a'.repeat(250),
  'ÑÚ'.repeat(125),
  'A-'.repeat(125),
  'A '.repeat(125),
  'AB C '.repeat(50),
];

const ACUSES: Record<string, AcuseParaImprimir> = {
  ...Object.fromEntries(Object.entries(MUESTRAS).map(([name, make]) => [name, make()])),
  ...Object.fromEntries(NOMBRES.map((nombre) => [nombre, acuse({ ...registro, nombre: cleanText(nombre) })])),
};
const NAMES = Object.keys(ACUSES);
const acuseOf = (name: string) => ACUSES[name] as AcuseParaImprimir;
const pdfs = new Map<string, Buffer>();
const pdfOf = (name: string) => pdfs.get(name) as Buffer;

beforeAll(async () => {
  // In this order the composed letters come first: so it was that later documents lost their base letters.
  for (const name of NAMES.toReversed()) pdfs.set(name, await emitMuestra(acuseOf(name)));
});

/** What was sealed and signed, as it is copied from under each heading. */
function copiedFrom(text: string, { datos, plantilla }: AcuseParaImprimir) {
  const { comunes } = plantilla;
  const copied = {
    cadena: copyUnder(text, comunes.cadena, comunes.serieDelSello),
    sello: copyUnder(text, comunes.sello, comunes.cadena),
  };
  if (datos.tipo !== 'SOLICITUD' || plantilla.tipo !== 'SOLICITUD') return copied;
  const { firma, cadena } = plantilla.firma;
  return { ...copied, firma: copyUnder(text, firma, cadena), firmada: copyUnder(text, cadena, comunes.sello) };
}

function sealedIn({ datos, cadenaOriginal, sello }: AcuseParaImprimir) {
  const sealed = { cadena: cadenaOriginal, sello: Buffer.from(sello).toString('base64') };
  return datos.tipo === 'SOLICITUD' ? { ...sealed, firma: datos.firma, firmada: datos.cadenaFirmada } : sealed;
}

function expectSealed(name: string, text: string): void {
  expect(copiedFrom(text, acuseOf(name)), name).toEqual(sealedIn(acuseOf(name)));
  expect(text.match(/cadena original/gi), name).toEqual(['Cadena Original']);
}

it.each(NAMES)('every letter of %s has its name, and what proves it can be copied', (name) => {
  const { datos, cadenaOriginal, sello } = acuseOf(name);
  const texto = readTexto(pdfOf(name));
  const esperado = { rfc: datos.rfc, nombre: datos.nombre, folio: datos.folio, cadenaOriginal };
  expect(lettersLost(texto)).toBe(0);
  expect(partesIlegibles(texto, { ...esperado, sello: Buffer.from(sello).toString('base64') })).toEqual([]);
  expect(texto).toContain(cadenaOriginal);
});

const LECTORES: [Lector, boolean][] = [
  ['pdftotext', hasPoppler],
  ['pdftotext -raw', hasPoppler],
  ['pdftotext -layout', hasPoppler],
  ['mutool', hasMutool],
];
describe.each(LECTORES)('%s', (lector, isThere) => {
  it.skipIf(!isThere)(
    'copies what was sealed, byte for byte (skipped without it)',
    () => {
      for (const name of NAMES) expectSealed(name, copyWith(lector, pdfOf(name)));
    },
    120_000,
  );
});

describe.skipIf(!hasPoppler)('a letter that Unicode does not compose (skipped without poppler-utils)', () => {
  it('is copied with its mark', async () => {
    const sample = acuse({ ...registro, nombre: 'n̈ANDUTI g̃ i̊' });
    const text = copyWith('pdftotext', await emitMuestra(sample));
    expect(copyUnder(text, 'Cadena Original:', 'Número de serie')).toBe(sample.cadenaOriginal);
  });
});

it.skipIf(!hasVisor)(
  'a browser copies what was sealed, byte for byte (skipped without one that shows PDF)',
  async () => {
    const kinds = ['registro-largo', 'baja-de-3', 'solicitud-con-representante', 'aclaracion'];
    const names = [...kinds, ...COMPUESTOS.slice(2), EN_CADA_LUGAR[3] as string, 'A '.repeat(125)];
    const texts = await copyInBrowser(names.map(pdfOf));
    for (const [index, name] of names.entries()) expectSealed(name, texts[index] as string);
  },
  240_000,
);
