import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { CODIFICACIONES, type Codificacion, createDecodificador, createSondeo } from './codificacion.ts';

function judge(bytes: Uint8Array, size = bytes.length || 1) {
  const sondeo = createSondeo();
  for (let at = 0; at < bytes.length; at += size) sondeo.add(bytes.subarray(at, at + size));
  return sondeo.judge();
}

function decode(bytes: Uint8Array, codificacion: Codificacion, size: number): string {
  const decodificador = createDecodificador(codificacion);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) text += decodificador.decode(bytes.subarray(at, at + size));
  return text + decodificador.end();
}

const NOMBRES =
  'MUÑOZ Y PEÑA, JOSÉ MARÍA ÁLVAREZ, CAMIÓN, GÜERO S.A.\nAna Muñoz, José, María, Álvaro, camión, Perú, güero';

describe('the encoding of a padrón is told by what comes out of it', () => {
  it.each(['windows-1252', 'cp850', 'macintosh', 'utf-8', 'utf-16'] as const)('%s', (codificacion) => {
    const bytes = iconv.encode(NOMBRES, codificacion, { addBOM: codificacion === 'utf-16' });
    for (const size of [1, 2, 3, 1000]) {
      expect(judge(bytes, size)).toBe(codificacion);
      expect(decode(bytes, codificacion, size)).toBe(NOMBRES);
    }
  });

  it.each<[Codificacion, string]>([
    ['windows-1252', 'MUÑOZ'],
    ['windows-1252', 'Mérida Norte'],
    ['windows-1252', 'CORPORACIÓN'],
    ['windows-1252', 'CALLE 5 N° 3, 2º PISO, “LA PEÑA”'],
    ['cp850', 'MUÑOZ'],
    ['cp850', 'CORPORACIÓN'],
    ['cp850', 'muñoz y compañía'],
    ['cp850', 'MÁRQUEZ'],
    ['macintosh', 'MUÑOZ'],
    ['macintosh', 'CORPORACIÓN'],
    ['macintosh', 'José Núñez'],
  ])('%s also where a file has little of it: %s', (codificacion, text) => {
    const bytes = iconv.encode(text, codificacion);
    const told = judge(bytes);
    expect(CODIFICACIONES).toContain(told);
    expect(decode(bytes, told as Codificacion, 1)).toBe(text);
  });

  it('never by a guess: what two encodings read as good Spanish is told', () => {
    expect(judge(iconv.encode('MÖLLER', 'windows-1252'))).toBe('CODIFICACION_DUDOSA');
    expect(judge(iconv.encode('GARCÍA', 'cp850'))).toBe('CODIFICACION_DUDOSA');
    expect(judge(iconv.encode('D´ACOSTA', 'cp850'))).toBe('CODIFICACION_DUDOSA');
    expect(judge(iconv.encode('COL·LEGI', 'windows-1252'))).toBe('CODIFICACION_DUDOSA');
    expect(judge(iconv.encode('• UNO', 'macintosh'))).toBe('CODIFICACION_DUDOSA');
    expect(judge(Buffer.concat([Buffer.from('MUÑOZ PEÑA', 'utf8'), Buffer.from('MUÑOZ PEÑA', 'latin1')]))).toBe(
      'CODIFICACION_DUDOSA',
    );
  });

  it('never as another text, whichever names a file has', () => {
    const nombre = fc.constantFrom(
      'MUÑOZ',
      'JOSÉ',
      'GARCÍA',
      'ÚNICA',
      'PERÚ',
      'CAMIÓN',
      'Ávila',
      'Peña',
      'García',
      'Ñu',
      'N° 5',
      'MÖLLER',
    );
    const codificacion = fc.constantFrom('windows-1252', 'cp850', 'macintosh', 'utf-8');
    fc.assert(
      fc.property(fc.array(nombre, { minLength: 1, maxLength: 6 }), codificacion, (nombres, written) => {
        const text = nombres.join(',');
        const bytes = iconv.encode(text, written);
        fc.pre(iconv.decode(bytes, written) === text);
        const told = judge(bytes);
        if (told !== 'CODIFICACION_DUDOSA') expect(decode(bytes, told as Codificacion, 5)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
});

it('any text in UTF-8 comes back, wherever it is cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, size) => {
      const bare = text.replace(/^\ufeff/, '');
      expect(decode(Buffer.from(bare, 'utf8'), 'utf-8', size)).toBe(bare);
    }),
  );
});

it.each([
  [[], 'ARCHIVO_VACIO'],
  [[0x50, 0x4b, 0x03, 0x04], 'ARCHIVO_DE_EXCEL'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'ARCHIVO_DE_EXCEL'],
  [[0xff, 0xfe, 0x72, 0x00], 'utf-16'],
  [[0x72, 0x00, 0x66, 0x00], 'ARCHIVO_NO_ES_TEXTO'],
  [[0xef, 0xbb, 0xbf, 0x72], 'utf-8'],
  [[0x72, 0x66, 0x63], 'utf-8'],
])('%j is %s', (bytes, verdict) => expect(judge(Uint8Array.from(bytes))).toBe(verdict));
