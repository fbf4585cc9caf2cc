import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPath, cleanToken } from './direccion-pegada.ts';

const TOKEN = `${'aB3_-x'.repeat(9)}`;
const FOLIO = 'BI-2026.00000001-52';
const ENLACE = `/validar/correo/${TOKEN}`;
/** What stands behind links in messages, as a browser puts it in an address. */
const DETRAS = [
  '.',
  ',',
  ';',
  ')',
  '%3E',
  '>',
  ']',
  '}',
  '%22',
  "'",
  '%C2%BB',
  '%E2%80%9D',
  '%E2%80%99',
  '%20',
  '%0D%0A',
  '%C2%A0',
  '%E2%80%8B',
  '%EF%BB%BF',
  '%C2%AD',
  '=',
  '=20',
  '=3E',
  '&gt;',
  '%3C/a%3E',
  '*',
  '…',
  '>.',
  ').%20',
];
/** What a whole line has behind it, and what no browser writes: signs of other encodings, or half of one. */
const DETRAS_DE_UN_ENLACE = [
  '%20-%20Gracias',
  '%20es%20tu%20enlace',
  '%0ASaludos',
  '%A0',
  '%AD.',
  '%',
  '%2',
  '%E2%80',
  '%u200B',
];

describe('a path with what stood behind its link', () => {
  it.each(DETRAS)('%s is the path', (behind) => {
    expect(cleanPath(ENLACE + behind)).toBe(ENLACE);
    expect(cleanPath(`/verificar/${FOLIO}/registro${behind}`)).toMatch(
      behind.includes('/') ? /^\/verificar\/BI-2026/ : new RegExp(`^/verificar/${FOLIO}/registro$`),
    );
    if (behind.includes('/')) return;
    expect(cleanPath(`/buzon/acuses/${FOLIO}/registro${behind}`)).toBe(`/buzon/acuses/${FOLIO}/registro`);
    expect(cleanPath(`/buzon/aclaraciones/${FOLIO}${behind}`)).toBe(`/buzon/aclaraciones/${FOLIO}`);
    expect(cleanPath(`/buzon/activacion${behind}`)).toBe('/buzon/activacion');
  });

  it.each(DETRAS_DE_UN_ENLACE)('of a link is the link: %s', (behind) => {
    expect(cleanPath(ENLACE + behind)).toBe(ENLACE);
  });

  it.each([
    `%3C${TOKEN}`,
    `${TOKEN.slice(0, 20)}%20%0A${TOKEN.slice(20)}`,
    `${TOKEN.slice(0, 20)}=%0D%0A${TOKEN.slice(20)}`,
  ])('of a link is the link: %s', (token) => {
    expect(cleanPath(`/validar/correo/${token}`)).toBe(ENLACE);
    expect(cleanPath(`/confirmar/${token}`)).toBe(`/confirmar/${TOKEN}`);
  });

  it.each([
    'bi-2026.00000001-52',
    'BI%E2%80%932026.00000001%E2%80%9352',
    '%20BI-2026.%2000000001-52',
    'BI-2026.00000001-52.',
  ])('has its folio as it is written: %s', (folio) => {
    expect(cleanPath(`/verificar/${folio}/registro`)).toBe(`/verificar/${FOLIO}/registro`);
    expect(cleanPath(`/soporte/folios/${folio}/folio.pdf`)).toBe(`/soporte/folios/${FOLIO}/folio.pdf`);
  });

  it.each([
    '/',
    '/ayuda',
    '/ayuda/',
    ENLACE,
    `${ENLACE}/abierto`,
    '/validar/correo/corto.',
    `/verificar/${FOLIO}/registro/evidencia.zip`,
    '/buzon/medios-de-contacto/nuevo/registros-patronales/sin-cupo.csv',
    '/demo/efirmas/moral-con-ampersand.zip',
    '/_next/image',
    '/__nextjs_font/geist.woff2',
    '/soporte/titulares/019a0000-0000-7000-8000-000000000000',
  ])('stays as it is with nothing to take off: %s', (path) => {
    expect(cleanPath(path)).toBe(path);
  });

  it('loses every sign that stands alone behind it', () => expect(cleanPath('/ayuda/./.')).toBe('/ayuda'));
  it('is an address where signs are all there is', () => {
    for (const path of ['/', '/.', './.', '.']) expect(cleanPath(path)).toBe('/');
  });

  it('is clean once it was cleaned, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string({ unit: 'binary' })), (text) => {
        const clean = cleanPath(`/${text}`);
        expect(cleanPath(clean)).toBe(clean);
      }),
    );
  });
});

describe('a token', () => {
  it('is found whatever stands around it that is none of its signs', () => {
    const around = fc.string({
      unit: fc.constantFrom(...'.,;:)>]}"\'»”’ =\u200b\u00a0\ufeff\u00ad\r\n'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{54}$/), around, around, (token, before, after) => {
        expect(cleanToken(before + token + after)).toBe(token);
      }),
    );
  });
  it('that is none stays as it is', () => {
    for (const text of ['', 'corto', `${TOKEN}x`, 'A'.repeat(53)]) expect(cleanToken(text)).toBe(text);
  });
});
