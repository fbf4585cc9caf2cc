import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecodificador, judgeContenido } from './codificacion.ts';

function decode(bytes: Uint8Array, size: number): string {
  const decodificador = createDecodificador();
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decodificador.decode(bytes.subarray(at, at + size));
  return text + decodificador.end();
}

describe('the encoding of a padrón', () => {
  it.each([
    ['UTF-8', Buffer.from('MUÑOZ Y PEÑA', 'utf8')],
    ['Latin-1', Buffer.from('MUÑOZ Y PEÑA', 'latin1')],
  ])('%s is told by its bytes, however they are cut', (_, bytes) => {
    for (const size of [1, 2, 3, 100]) expect(decode(bytes, size)).toBe('MUÑOZ Y PEÑA');
  });
  it('takes the signs that Windows puts where Latin-1 has none', () => {
    expect(decode(Buffer.from([0x93, 0x41, 0x94, 0x80, 0xd1]), 2)).toBe('“A”€Ñ');
  });
  it('any text in UTF-8 comes back, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(decode(Buffer.from(text.replace(/^\ufeff/, ''), 'utf8'), size)).toBe(text.replace(/^\ufeff/, ''));
      }),
    );
  });
  it.each([
    [[0x50, 0x4b, 0x03, 0x04], 'ARCHIVO_DE_EXCEL'],
    [[0xd0, 0xcf, 0x11, 0xe0], 'ARCHIVO_DE_EXCEL'],
    [[0xff, 0xfe, 0x72, 0x00], 'ARCHIVO_EN_UTF16'],
    [[0x72, 0x00, 0x66, 0x00], 'ARCHIVO_NO_ES_TEXTO'],
    [[0xef, 0xbb, 0xbf, 0x72], null],
  ])('%j is %s', (bytes, verdict) => expect(judgeContenido(Uint8Array.from(bytes))).toBe(verdict));
});
