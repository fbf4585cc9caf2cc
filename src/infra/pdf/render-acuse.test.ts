import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import { checkValue } from '#domain/acuse/check-value.ts';
import type { DatosDeAcuseDeSolicitud } from '#domain/acuse/datos.ts';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { plantillaDeVersion } from '#wording/acuse/plantillas.ts';
import { textoVigente } from '#wording/solicitud/textos.ts';
import { checkSyntax, hasPoppler, hasQpdf, isOver, textOf, wordsOf } from '../../../tests/support/acuse/leer-pdf.ts';
import { acuse, FECHA, MUESTRAS, type Muestra, SELLO, SERIES } from '../../../tests/support/acuse/muestras.ts';
import { PAGINA } from './lienzo.ts';
import { renderAcuse } from './render-acuse.ts';

const NAMES = Object.keys(MUESTRAS) as Muestra[];
const solicitud = MUESTRAS['solicitud-con-representante']();
const registro = MUESTRAS['registro-correo']().datos;

function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('renderAcuse', () => {
  it('gives the same bytes at another hour and in another time zone', async () => {
    const first = await renderAcuse(solicitud);
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z'), toFake: ['Date'] });
    vi.stubEnv('TZ', 'Asia/Tokyo');
    expect((await renderAcuse(solicitud)).equals(first)).toBe(true);
  });
  it.each([
    ['registro-correo', 1],
    ['registro-largo', 2],
    ['registro-de-3', 2],
    ['registro-de-5000', 22],
    ['validacion-telefono', 1],
    ['baja', 1],
    ['solicitud', 3],
    ['aclaracion', 3],
  ] as const)('prints %s on %i pages', async (name, pages) => {
    expect(countPages(await renderAcuse(MUESTRAS[name]()))).toBe(pages);
  });
  it('claims PDF/A-2a and PDF/UA-1, and keeps names out of the metadata', async () => {
    const pdf = (await renderAcuse(acuse({ ...registro, nombre: 'GÓMEZ & HIJOS <S.C.>' }))).toString('utf8');
    expect(pdf).toMatch(/<pdfaid:part>2<.*\s*<pdfaid:conformance>A</);
    expect(pdf).toContain('<pdfuaid:part>1<');
    expect(pdf).not.toContain('HIJOS');
  });
  it('throws when the text is not the one that was signed, or the plantilla another’s', async () => {
    const datos = { ...(solicitud.datos as DatosDeAcuseDeSolicitud), textoSha256: 'ab'.repeat(32) };
    await expect(renderAcuse(acuse(datos))).rejects.toThrow('not the one that was signed');
    const plantilla = plantillaDeVersion('baja/2022-09-22');
    await expect(renderAcuse({ ...acuse(registro), plantilla })).rejects.toThrow(RangeError);
  });
});

describe.skipIf(!hasPoppler)('the words of an acuse (skipped without poppler-utils)', () => {
  const words = [
    ['registro-correo', ['Correo electrónico: maria.gomez@correo.example', 'Estatus de registro: En proceso']],
    ['validacion-telefono', ['Teléfono celular registrado: 55 1234 5678', 'Estatus de registro: Validado']],
    ['baja', ['Estatus de registro: Baja', 'Fecha de Baja: 02/mar/2026 12:30']],
    ['aclaracion', ['Archivo adjunto: captura.pdf (2 KB)', 'Párrafo 39 de lo que se planteó, con 中文']],
    ['solicitud-con-representante', ['por conducto de su representante legal, con RFC VADA800927DJ3']],
  ] as const;
  it.each(words)('%s: who, what, when, and how to verify it', async (name, own) => {
    const { datos, plantilla } = MUESTRAS[name]();
    const { words, compact } = textOf(await renderAcuse(MUESTRAS[name]()));
    const { comunes, titulo } = plantilla;
    const valor = checkValue(createHash('sha256').update(SELLO).digest());
    const expected = [titulo, comunes.gobierno, comunes.instituto, comunes.descargo, comunes.privacidad, ...own];
    for (const phrase of [...expected, 'Fecha: 02/mar/2026 12:30', `Folio: ${datos.folio}`])
      expect(words).toContain(phrase);
    expect(words).toContain(`${comunes.serieDelSello} ${SERIES.sello}`);
    expect(words).toContain(`${comunes.valor} ${valor}`);
    expect(words).toContain(`${comunes.verificar} buzon.example/verificar`);
    expect(words).toContain([...comunes.contacto.lineas, comunes.contacto.sitio].join(' '));
    expect(compact).toContain(cadenaDeAcuse(datos).replace(/\s/g, ''));
    expect(compact).toContain(Buffer.from(SELLO).toString('base64'));
  });
  it('solicitud: the full text, the signature, and both serials', async () => {
    const { firma, cadenaFirmada, textoSha256 } = solicitud.datos as DatosDeAcuseDeSolicitud;
    const { words, compact } = textOf(await renderAcuse(solicitud));
    const body = words.replace(
      /Documento de demostración.*?Buzón IMSS |Folio: \S+ Página \d de 3 (Contacto:.*?buzonimss )?/g,
      '',
    );
    for (const { texto } of textoVigente(new Date(FECHA)).bloques)
      expect(body.replace(/\s/g, '')).toContain(texto.replace(/\s/g, ''));
    expect(words).toContain('Firma electrónica avanzada del solicitante');
    expect(compact).toContain(`Firma:${firma}`);
    expect(compact).toContain(cadenaFirmada.replace(/\s/g, ''));
    expect(words).toContain(textoSha256);
    expect(words).toContain(`Número de serie del certificado de la e.firma: ${SERIES.firmante}`);
    for (const page of [1, 2, 3]) expect(words).toContain(`Página ${page} de 3`);
  });
  it('says that it is a demonstration on each page, and only then', async () => {
    const line = 'Documento de demostración, sin validez oficial';
    expect(textOf(await renderAcuse(solicitud)).words.split(line)).toHaveLength(4);
    expect(textOf(await renderAcuse({ ...solicitud, demo: false })).words).not.toContain(line);
  });
  it('gives a name of 250 characters whole, also what no font has', async () => {
    const nombre = cleanText(`${'ÑANDÚ Š Ł № «X» \\ | {rfc} '.repeat(20).slice(0, 244)} 中文\u0000\u200b`);
    const { words } = textOf(await renderAcuse(acuse({ ...registro, nombre })));
    expect(words.replace(/\s/g, '')).toContain(nombre.replace(/\s/g, ''));
  });
  it('leaves no page to the closing paragraphs alone, however long the name', async () => {
    for (let length = 10; length <= 250; length += 10) {
      const [, second] = wordsOf(
        await renderAcuse(acuse({ ...registro, nombre: 'ABCDEFGHI '.repeat(25).slice(0, length) })),
      );
      if (second) expect(second.map(({ text }) => text).join(' ')).toContain('Cadena Original:');
    }
  });
});

describe.skipIf(!hasPoppler)('where the words stand (skipped without poppler-utils)', () => {
  it.each(NAMES)('%s: inside the margins, and none over another', async (name) => {
    for (const words of wordsOf(await renderAcuse(MUESTRAS[name]()))) {
      const outside = words.filter(
        ({ left, right, top, bottom }) =>
          left < PAGINA.izquierda - 1 || right > PAGINA.derecha + 1 || top < 0 || bottom > PAGINA.alto - 8,
      );
      expect(outside).toEqual([]);
      const over = words.filter((word, index) => words.slice(index + 1).some((other) => isOver(word, other)));
      expect(over).toEqual([]);
    }
  });
});

describe.skipIf(!hasQpdf)('the file of an acuse with odd data (skipped without qpdf)', () => {
  const long = { nombre: 'X'.repeat(250) };
  const odd = { nombre: '\u0000\u0007 中文 \ud800 👩‍👩‍👧 \u202eabc e\u0301\u0301 (\\) %' };
  it.each([odd, long])('is sound', async (datos) => {
    const pdf = await renderAcuse(acuse({ ...registro, ...datos }));
    expect(checkSyntax(pdf)).toContain('No syntax or stream encoding errors found');
  });
});
