import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import { checkValue } from '#domain/acuse/check-value.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { plantillaDeVersion, plantillaVigente } from '#domain/acuse/plantillas.ts';
import { cadenaDeSolicitud } from '#domain/solicitud/cadena-de-solicitud.ts';
import { textoPlano, textoVigente } from '#domain/solicitud/textos.ts';
import { cleanText } from '#domain/texto-limpio.ts';
import { renderAcuse } from './render-acuse.ts';

const FECHA = '2026-03-02T18:30:05.123Z';
const SELLO = new Uint8Array(256).map((_, i) => i);
const SERIES = { sello: '99999000000000000001', firmante: '30001000000500003415' };
const comun = { folio: 'BI-2026.00000001-52', fecha: FECHA, rfc: 'ÑÑÑ&561231GR8', nombre: 'GÓMEZ & HIJOS <S.C.>' };
const correo = { mecanismo: 'CORREO_ELECTRONICO', valor: 'ana.gomez@correo.example' } as const;
const telefono = { mecanismo: 'TELEFONO', valor: '+525512345678' } as const;
const texto = textoVigente(new Date(FECHA));
const textoSha256 = createHash('sha256').update(textoPlano(texto)).digest('hex');
const firmado = { textoVersion: texto.version, textoSha256 };

const registro: DatosDeAcuse = { tipo: 'REGISTRO', ...comun, medio: correo };
const validacion: DatosDeAcuse = { tipo: 'VALIDACION', ...comun, medio: telefono, serieDelFirmante: SERIES.firmante };
const baja: DatosDeAcuse = { tipo: 'BAJA', ...comun, medio: correo, fechaDeBaja: FECHA };
const solicitud: DatosDeAcuse = {
  tipo: 'SOLICITUD',
  ...comun,
  ...firmado,
  fechaDeFirma: FECHA,
  rfcRepresentante: 'VADA800927DJ3',
  serieDelFirmante: SERIES.firmante,
  cadenaFirmada: cadenaDeSolicitud({ ...comun, ...firmado, fecha: new Date(FECHA) }),
  firma: Buffer.from(SELLO).toString('base64'),
};

const aclaracion: DatosDeAcuse = {
  tipo: 'ACLARACION',
  ...comun,
  asunto: 'ACTIVACION_BUZON_IMSS',
  texto: Array.from({ length: 40 }, (_, i) => `Párrafo ${i} de lo que se planteó, con 中文 y <b>signos</b>.`).join(
    '\n\n',
  ),
  textoSha256: 'cd'.repeat(32),
  medio: { folio: 'BI-2026.00000009-28', fechaDeRegistro: FECHA, enPlazo: true },
  adjunto: { nombre: 'captura.pdf', bytes: 2048, sha256: 'ef'.repeat(32) },
  serieDelFirmante: SERIES.firmante,
};

function render(datos: DatosDeAcuse, demo = true): Promise<Buffer> {
  return renderAcuse({
    datos,
    plantilla: plantillaVigente(datos.tipo, new Date(datos.fecha)),
    cadenaOriginal: cadenaDeAcuse(datos),
    sello: SELLO,
    serieDelSello: SERIES.sello,
    appUrl: 'https://buzon.example',
    demo,
  });
}

function countPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;
}

const has = (tool: string, option = '-v') => !spawnSync(tool, [option]).error;
const hasPoppler = has('pdftotext') && has('pdftoppm');

/** The words of a document in reading order, and the same without any blank: long values are cut at the line's end. */
function textOf(pdf: Buffer): { words: string; compact: string } {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' });
  return { words: stdout.replace(/\s+/g, ' '), compact: stdout.replace(/\s+/g, '') };
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('renderAcuse', () => {
  it('gives the same bytes at another hour and in another time zone', async () => {
    const first = await render(solicitud);
    vi.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z'), toFake: ['Date'] });
    vi.stubEnv('TZ', 'Asia/Tokyo');
    expect((await render(solicitud)).equals(first)).toBe(true);
  });
  it.each([
    ['registro', registro, 1],
    ['validación', validacion, 1],
    ['baja', baja, 1],
    ['solicitud', solicitud, 3],
    ['aclaración', aclaracion, 3],
  ] as const)('prints a %s on its pages', async (_, datos, pages) => {
    expect(countPages(await render(datos))).toBe(pages);
  });
  it('claims PDF/A-2a and PDF/UA-1, and keeps names out of the metadata', async () => {
    const pdf = (await render(registro)).toString('utf8');
    expect(pdf).toMatch(/<pdfaid:part>2<.*\s*<pdfaid:conformance>A</);
    expect(pdf).toContain('<pdfuaid:part>1<');
    expect(pdf).toMatch(/\/Lang \(es-MX\)/);
    expect(pdf).not.toContain('HIJOS');
  });
  it('throws when the text is not the one that was signed, or the plantilla another’s', async () => {
    await expect(render({ ...solicitud, textoSha256: 'ab'.repeat(32) })).rejects.toThrow('not the one that was signed');
    const plantilla = plantillaDeVersion('baja/2022-09-22');
    const acuse = { datos: registro, plantilla, cadenaOriginal: '', sello: SELLO, serieDelSello: '', appUrl: '' };
    await expect(renderAcuse({ ...acuse, demo: true })).rejects.toThrow(RangeError);
  });
});

describe.skipIf(!hasPoppler)('the words of an acuse (skipped without poppler-utils)', () => {
  const words = [
    ['registro', registro, ['Correo electrónico: ana.gomez@correo.example', 'Estatus de registro: En proceso']],
    ['validación', validacion, ['Teléfono celular registrado: 55 1234 5678', 'Estatus de registro: Validado']],
    ['baja', baja, ['Estatus de registro: Baja', 'Fecha de Baja: 02/mar/2026 12:30']],
    ['solicitud', solicitud, ['por conducto de su representante legal, con RFC VADA800927DJ3', textoSha256]],
    ['aclaración', aclaracion, ['Archivo adjunto: captura.pdf (2 KB)', 'Párrafo 39 de lo que se planteó, con ??']],
  ] as const;
  it.each(words)('%s: who, what, when, and how to verify it', async (_, datos, own) => {
    const { words, compact } = textOf(await render(datos));
    const { comunes, titulo } = plantillaVigente(datos.tipo, new Date(FECHA));
    const valor = checkValue(createHash('sha256').update(SELLO).digest());
    const expected = [titulo, comunes.gobierno, comunes.instituto, comunes.descargo, comunes.privacidad, ...own];
    for (const phrase of [...expected, 'Fecha: 02/mar/2026 12:30', `Folio: ${comun.folio}`])
      expect(words).toContain(phrase);
    expect(words).toContain(`${comunes.serieDelSello} ${SERIES.sello}`);
    expect(words).toContain(`${comunes.valor} ${valor}`);
    expect(words).toContain([...comunes.contacto.lineas, comunes.contacto.sitio].join(' '));
    expect(compact).toContain(cadenaDeAcuse(datos).replace(/\s/g, ''));
    expect(compact).toContain(Buffer.from(SELLO).toString('base64'));
  });
  it('solicitud: the full text, the signature, and both serials', async () => {
    const { words, compact } = textOf(await render(solicitud));
    const body = words.replace(
      /Documento de demostración.*?Buzón IMSS |Folio: \S+ Página \d de 3 (Contacto:.*?buzonimss )?/g,
      '',
    );
    for (const bloque of texto.bloques) expect(body.replace(/\s/g, '')).toContain(bloque.texto.replace(/\s/g, ''));
    expect(words).toContain('Firma electrónica avanzada del solicitante');
    expect(compact).toContain(`Firma:${solicitud.firma}`);
    expect(compact).toContain(solicitud.cadenaFirmada.replace(/\s/g, ''));
    expect(words).toContain(`Número de serie del certificado de la e.firma: ${SERIES.firmante}`);
    for (const page of [1, 2, 3]) expect(words).toContain(`Página ${page} de 3`);
  });
  it('says that it is a demonstration on each page, and only then', async () => {
    const line = 'Documento de demostración, sin validez oficial';
    expect(textOf(await render(solicitud)).words.split(line)).toHaveLength(4);
    expect(textOf(await render(solicitud, false)).words).not.toContain(line);
  });
  it('prints a name of 250 characters whole, and «?» for what no font has', async () => {
    const nombre = cleanText(`${'ÑANDÚ Š Ł № «X» \\ | {rfc} '.repeat(20).slice(0, 244)} 中文\u0000\u200b`);
    const { words } = textOf(await render({ ...registro, nombre }));
    expect(words.replace(/\s/g, '')).toContain(nombre.replace('中文', '??').replace(/\s/g, ''));
  });
});

describe.skipIf(!has('qpdf', '--version'))('the file (skipped without qpdf)', () => {
  const odd = { ...registro, nombre: '\u0000\u0007 中文 \ud800 👩‍👩‍👧 \u202eabc e\u0301\u0301 (\\) %' };
  const long = { ...registro, nombre: 'X'.repeat(250), medio: { ...correo, valor: `${'a'.repeat(240)}@b.example` } };
  it.each([registro, validacion, baja, solicitud, aclaracion, odd, long])('is sound: $tipo', async (datos) => {
    const dir = mkdtempSync(join(tmpdir(), 'acuse-'));
    writeFileSync(join(dir, 'acuse.pdf'), await render(datos));
    const { status, stdout } = spawnSync('qpdf', ['--check', join(dir, 'acuse.pdf')], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });
});

describe.skipIf(!hasPoppler || !has('zbarimg', '--version'))('the QR (skipped without zbar-tools)', () => {
  it('opens the page that verifies the acuse, even scanned at 60 dots an inch', async () => {
    const png = spawnSync('pdftoppm', ['-r', '60', '-png', '-'], { input: await render(registro) }).stdout;
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], { input: png, encoding: 'utf8' });
    expect(stdout.trim()).toMatch(
      /^https:\/\/buzon\.example\/verificar\/BI-2026\.00000001-52\/registro\?v=[A-Z2-7]{10}$/,
    );
  });
});
