import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeJpeg, makePdf, makePng, ZIP_VACIO } from '../../../tests/support/archivos.ts';
import { type AdjuntoError, judgeAdjunto, type TipoDeAdjunto } from './judge-adjunto.ts';
import { ADJUNTO_MAXIMO_BYTES } from './tamano.ts';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const join = (...parts: Buffer[]) => Buffer.concat(parts);
const CLIP = join(bytes('\0\0\0\x18ftypmp42'), Buffer.alloc(90_000, 'v'));

describe('a file that is taken', () => {
  it.each<[TipoDeAdjunto, string, Buffer]>([
    ['PDF', 'as it is', makePdf()],
    ['PDF', 'behind a BOM', join(bytes('\xef\xbb\xbf'), makePdf())],
    ['PDF', 'behind the lines of a mailer', join(bytes('--F2B8\r\nContent-Type: application/pdf\r\n\r\n'), makePdf())],
    ['PDF', 'behind the lines of a printer', join(bytes('\x1b%-12345X@PJL JOB\r\n'), makePdf())],
    ['PDF', 'between blanks and zeros', join(bytes('\r\n\0 '), Buffer.alloc(2000), makePdf(), Buffer.alloc(2048))],
    ['PDF', 'with a boundary behind it', join(makePdf(), bytes('\r\n--F2B8--\r\n'))],
    ['PDF', 'with a password', makePdf('/Encrypt 9 0 R ')],
    ['PDF', 'with a ZIP attached', join(makePdf(), ZIP_VACIO)],
    ['PDF', 'that was cut short', makePdf().subarray(0, 60)],
    ['PNG', 'as it is', makePng()],
    ['PNG', 'with notes behind it', join(makePng(), bytes('notes'))],
    ['JPEG', 'as it is', readFileSync('public/capturas/inicio.jpg')],
    ['JPEG', 'with a motion clip behind it', join(makeJpeg(), CLIP)],
    ['JPEG', 'with another picture behind it', join(makeJpeg(), Buffer.alloc(2), makeJpeg())],
  ])('is a %s %s', (tipo, _, file) => {
    expect(judgeAdjunto(file)).toEqual({ ok: true, value: tipo });
  });

  it('has 5 MB at most', () => {
    const padded = (length: number) => join(makePng(), Buffer.alloc(length - makePng().length));
    expect(judgeAdjunto(padded(ADJUNTO_MAXIMO_BYTES)).ok).toBe(true);
    expect(judgeAdjunto(padded(ADJUNTO_MAXIMO_BYTES + 1))).toEqual({ ok: false, error: 'ADJUNTO_DEMASIADO_GRANDE' });
  });
});

describe('a file that is refused', () => {
  it.each<[string, Buffer, AdjuntoError]>([
    ['nothing', Buffer.of(), 'ADJUNTO_VACIO'],
    ['a web page', bytes('\n <!doctype html><html>'), 'ADJUNTO_DE_TEXTO'],
    ['a web page that speaks of PDF', bytes('<p>%PDF-1.7</p>'), 'ADJUNTO_DE_TEXTO'],
    ['an SVG', bytes('\xef\xbb\xbf<?xml version="1.0"?><svg onload="x"/>'), 'ADJUNTO_DE_TEXTO'],
    ['a ZIP', join(bytes('PK\x03\x04'), Buffer.alloc(30), ZIP_VACIO), 'ADJUNTO_COMPRIMIDO'],
    ['a ZIP that holds a PDF', join(bytes('PK\x03\x04'), makePdf()), 'ADJUNTO_COMPRIMIDO'],
    ['a photograph of an iPhone', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'ADJUNTO_HEIC'],
    ['a program', join(bytes('MZ\x90\0'), makePdf()), 'ADJUNTO_NO_ADMITIDO'],
    ['a GIF that is a PDF as well', join(bytes('GIF89a'), makePdf()), 'ADJUNTO_NO_ADMITIDO'],
    ['a clip alone', CLIP, 'ADJUNTO_NO_ADMITIDO'],
    ['a PDF far behind something else', join(Buffer.alloc(5000, 'x'), makePdf()), 'ADJUNTO_NO_ADMITIDO'],
    ['a text', bytes('hola'), 'ADJUNTO_NO_ADMITIDO'],
  ])('%s', (_, file, error) => {
    expect(judgeAdjunto(file)).toEqual({ ok: false, error });
  });

  it('is answered for, whatever its bytes', () => {
    const starts = fc.constantFrom(makePdf(), makePng(), makeJpeg(), bytes('PK\x03\x04'), Buffer.of());
    fc.assert(
      fc.property(starts, fc.nat(), fc.uint8Array({ maxLength: 40 }), (start, cut, noise) => {
        const file = new Uint8Array([...start.subarray(0, cut % (start.length + 1)), ...noise]);
        expect(() => judgeAdjunto(file)).not.toThrow();
      }),
    );
  });
});
