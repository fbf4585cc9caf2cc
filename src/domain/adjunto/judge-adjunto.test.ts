import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  jpegSegment,
  makeJpeg,
  makePdf,
  makePng,
  pngChunk,
  samsungTrailer,
  ZIP_VACIO,
} from '../../../tests/support/archivos.ts';
import { type AdjuntoError, judgeAdjunto, type TipoDeAdjunto } from './judge-adjunto.ts';
import { ADJUNTO_MAXIMO_BYTES } from './tamano.ts';

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const join = (...parts: Buffer[]) => Buffer.concat(parts);
const WHOLE: [TipoDeAdjunto, Buffer][] = [
  ['PDF', makePdf()],
  ['PNG', makePng()],
  ['JPEG', makeJpeg()],
];

describe('a file that is taken', () => {
  it.each([
    ...WHOLE,
    ['JPEG', readFileSync('public/capturas/inicio.jpg')],
    ['JPEG', join(makeJpeg(), Buffer.alloc(300))],
    ['JPEG', join(makeJpeg(), makeJpeg(), Buffer.alloc(2), makeJpeg())],
    ['JPEG', join(makeJpeg(), samsungTrailer())],
    ['PDF', join(makePdf(), bytes('\r\n\0 '))],
    ['PDF', join(makePdf(), makePdf().subarray(8))],
    ['PDF', makePdf('/EncryptMetadata false ')],
  ] as [TipoDeAdjunto, Buffer][])('is a %s by its content', (tipo, file) => {
    expect(judgeAdjunto(file)).toEqual({ ok: true, value: tipo });
  });

  it('has 5 MB at most', () => {
    const padded = (length: number) => join(makePng(), Buffer.alloc(length - makePng().length));
    expect(judgeAdjunto(padded(ADJUNTO_MAXIMO_BYTES)).ok).toBe(true);
    expect(judgeAdjunto(padded(ADJUNTO_MAXIMO_BYTES + 1))).toEqual({ ok: false, error: 'ADJUNTO_DEMASIADO_GRANDE' });
  });
});

const [PNG, JPEG, PDF] = [makePng(), makeJpeg(), makePdf()];
const HTML = bytes('<script>alert(1)</script>');

describe('a file that is refused', () => {
  it.each<[string, Buffer, AdjuntoError]>([
    ['nothing', Buffer.of(), 'ADJUNTO_VACIO'],
    ['a web page', bytes('\n <!doctype html><html>'), 'ADJUNTO_DE_TEXTO'],
    ['an SVG', bytes('\xef\xbb\xbf<?xml version="1.0"?><svg onload="x"/>'), 'ADJUNTO_DE_TEXTO'],
    ['a ZIP', join(bytes('PK\x03\x04'), Buffer.alloc(30), ZIP_VACIO), 'ADJUNTO_COMPRIMIDO'],
    ['an encrypted ZIP', join(bytes('PK\x03\x04\x33\0\x01\0'), Buffer.alloc(40), ZIP_VACIO), 'ADJUNTO_COMPRIMIDO'],
    ['a ZIP behind something else', join(bytes('MZ'), Buffer.alloc(99), ZIP_VACIO), 'ADJUNTO_COMPRIMIDO'],
    ['a photograph of an iPhone', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'ADJUNTO_HEIC'],
    ['a program', bytes('MZ\x90\0'), 'ADJUNTO_NO_ADMITIDO'],
    ['a GIF', bytes('GIF89a'), 'ADJUNTO_NO_ADMITIDO'],
    ['a PDF whose header is not first', join(bytes('GIF89a'), PDF), 'ADJUNTO_NO_ADMITIDO'],
    ['a PDF with a password', makePdf('/Encrypt 9 0 R '), 'ADJUNTO_CON_CONTRASENA'],
    [
      'a PDF with a password inside its trailer',
      makePdf('/Encrypt << /Filter /Standard >> '),
      'ADJUNTO_CON_CONTRASENA',
    ],
    ['a PDF that points nowhere', bytes('%PDF-1.7\nstartxref\n99999\n%%EOF'), 'ADJUNTO_DANADO'],
    ['a name alone', bytes('%PDF-1.7\nhello'), 'ADJUNTO_DANADO'],
    ['a PDF with a page behind it', join(PDF, HTML), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a PDF with much behind it', join(PDF, Buffer.alloc(5000, 'x')), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a PNG with a page behind it', join(PNG, HTML), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a PNG with a ZIP in its notes', hidden(ZIP_VACIO), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a PNG without image', join(PNG.subarray(0, 33), pngChunk('IEND', Buffer.of())), 'ADJUNTO_DANADO'],
    ['a PNG that begins with its image', join(PNG.subarray(0, 8), PNG.subarray(33)), 'ADJUNTO_DANADO'],
    ['a PNG without size', join(PNG.subarray(0, 8), pngChunk('IHDR', Buffer.alloc(13))), 'ADJUNTO_DANADO'],
    ['a JPEG with a page behind it', join(JPEG, HTML), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a JPEG with a PDF behind it', join(JPEG, PDF), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a JPEG with a ZIP in its comment', comment(ZIP_VACIO), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    [
      'a ZIP dressed as a Samsung note',
      join(JPEG, samsungTrailer(ZIP_VACIO.toString('latin1'))),
      'ADJUNTO_CON_OTRO_ARCHIVO',
    ],
    ['a video dressed as a Samsung note', join(JPEG, samsungTrailer('v'.repeat(70_000))), 'ADJUNTO_CON_OTRO_ARCHIVO'],
    ['a JPEG without picture', bytes('\xff\xd8\xff\xd9'), 'ADJUNTO_DANADO'],
  ])('%s', (_, file, error) => {
    expect(judgeAdjunto(file)).toEqual({ ok: false, error });
  });

  it('is any that was cut short', () => {
    for (const [, file] of WHOLE) {
      const image = file.at(-1) === 0x0a ? file.subarray(0, -1) : file;
      for (let length = 0; length < image.length; length++)
        expect(judgeAdjunto(image.subarray(0, length)).ok, `${length} of ${image.length}`).toBe(false);
    }
  });

  it('is any with a ZIP behind it', () => {
    for (const [, file] of WHOLE)
      expect(judgeAdjunto(join(file, bytes('PK\x03\x04'), ZIP_VACIO))).toEqual({
        ok: false,
        error: 'ADJUNTO_CON_OTRO_ARCHIVO',
      });
  });

  it('is answered for, whatever its bytes', () => {
    const starts = fc.constantFrom(...WHOLE.map(([, file]) => file), bytes('PK\x03\x04'), Buffer.of());
    fc.assert(
      fc.property(starts, fc.nat(), fc.uint8Array({ maxLength: 40 }), (start, cut, noise) => {
        const file = new Uint8Array([...start.subarray(0, cut % (start.length + 1)), ...noise]);
        expect(() => judgeAdjunto(file)).not.toThrow();
      }),
    );
  });
});

function hidden(inside: Buffer): Buffer {
  return join(PNG.subarray(0, 33), pngChunk('tEXt', inside), PNG.subarray(33));
}

function comment(inside: Buffer): Buffer {
  return join(JPEG.subarray(0, 2), jpegSegment(0xfe, inside), JPEG.subarray(2));
}
