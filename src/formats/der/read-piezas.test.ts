import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { asPem, concat, utf8 } from '../../../tests/support/efirma/formas.ts';
import { unwrapPem } from './read-bloques.ts';
import { readPiezas } from './read-piezas.ts';

const MAX_MS = 50;

let autoridad: AutoridadDePrueba;
let cer: Uint8Array;
let key: Uint8Array;
let clear: { pkcs8: Uint8Array; pkcs1: Uint8Array };

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  const efirma = await autoridad.issue();
  ({ cer, key } = efirma);
  const exported = (type: 'pkcs8' | 'pkcs1') => efirma.llaves.privateKey.export({ type, format: 'der' });
  clear = { pkcs8: new Uint8Array(exported('pkcs8')), pkcs1: new Uint8Array(exported('pkcs1')) };
});

const tiposOf = (bytes: Uint8Array) => readPiezas(bytes).map(({ tipo }) => tipo);

describe('what is in a file', () => {
  test('by its DER shape, whatever its name, and byte for byte', () => {
    expect(readPiezas(cer)).toEqual([{ tipo: 'CERTIFICADO', der: cer, cifrado: null }]);
    expect(readPiezas(concat(cer, utf8('\n')))).toEqual([{ tipo: 'CERTIFICADO', der: cer, cifrado: null }]);
    expect(tiposOf(autoridad.raiz.cer)).toEqual(['CERTIFICADO']);
    expect(tiposOf(key)).toEqual(['LLAVE_CIFRADA']);
    expect(tiposOf(clear.pkcs8)).toEqual(['LLAVE_SIN_CIFRAR']);
    expect(tiposOf(clear.pkcs1)).toEqual(['LLAVE_SIN_CIFRAR']);
    expect(tiposOf(new Uint8Array())).toEqual(['VACIO']);
  });

  test('all of it, in its order', () => {
    const pem = asPem('CERTIFICATE', cer) + asPem('ENCRYPTED PRIVATE KEY', key) + asPem('RSA PRIVATE KEY', clear.pkcs1);
    expect(tiposOf(utf8(pem))).toEqual(['CERTIFICADO', 'LLAVE_CIFRADA', 'LLAVE_SIN_CIFRAR']);
    expect(unwrapPem(utf8(pem))).toEqual(cer);
    expect(tiposOf(concat(key, cer))).toEqual(['LLAVE_CIFRADA', 'CERTIFICADO']);
  });

  test('a PFX, in DER or with the indefinite lengths of BER', () => {
    expect(tiposOf(Uint8Array.from([0x30, 0x82, 0x09, 0x00, 0x02, 0x01, 0x03, 0x30, 0x82, 0x08]))).toEqual(['PFX']);
    expect(tiposOf(Uint8Array.from([0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x80, 0x06, 0x09]))).toEqual(['PFX']);
  });

  test('a good block beside a broken one is found', () => {
    expect(tiposOf(utf8(`-----BEGIN CERTIFICATE-----\nMIIG\n${asPem('CERTIFICATE', cer)}`))).toEqual([
      'DANADO',
      'CERTIFICADO',
    ]);
  });
});

describe('whatever is in a file', () => {
  test('half a certificate is damaged', () => {
    const cut = fc.integer({ min: 2, max: cer.length - 1 });
    fc.assert(
      fc.property(cut, (length) => {
        expect(tiposOf(cer.subarray(0, length))).toEqual(['DANADO']);
      }),
    );
  });

  test('it never throws, and no DER comes out that did not go in', () => {
    const pieces = fc.constantFrom<() => Uint8Array>(
      () => cer,
      () => key,
      () => utf8(asPem('CERTIFICATE', cer)),
      () => utf8('-----BEGIN CERTIFICATE-----'),
      () => utf8('Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00'),
      () => Uint8Array.of(0x30, 0x82),
      () => Uint8Array.of(0x30, 0x80),
      () => utf8('\0\r\n'),
      () => utf8('x-a: b\n'),
    );
    const mixed = fc.array(
      fc.oneof(
        pieces.map((make) => make()),
        fc.uint8Array({ maxLength: 60 }),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(mixed, (parts) => {
        const file = concat(...parts);
        const piezas = readPiezas(file);
        expect(piezas.length).toBeGreaterThan(0);
        for (const { der } of piezas) expect(der.length).toBeLessThanOrEqual(file.length);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['hyphens', '-'],
    ['beginnings', '-----BEGIN A-----'],
    ['beginnings without an end', '-----BEGIN '],
    ['encrypted beginnings', '-----BEGIN A-----Proc-Type: 4,ENCRYPTED '],
    ['base64', 'MIIG'],
    ['headers', 'a-b: c\n'],
    ['headers that go on', 'a:\n b\n'],
    ['half a header', 'Proc-Type:'],
    ['blanks', ' '],
    ['blanks before a letter', ' \0\n'],
    ['nested values', '\x30\x82\xff\xf0'],
    ['short values', '0\x02\x05\0'],
    ['indefinite values', '0\x80'],
  ])('the largest file of %s takes a moment', (_, text) => {
    const large = Buffer.from(text.repeat(64 * 1024), 'latin1').subarray(0, 64 * 1024);
    // The best of several: a busy machine may take any of them away for longer.
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      readPiezas(large);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(MAX_MS);
  });
});
