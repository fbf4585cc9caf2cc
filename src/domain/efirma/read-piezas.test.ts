import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { judgeFile } from './judge-file.ts';
import { unwrapPem } from './unwrap-pem.ts';

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
}, 60_000);

const bytes = (text: string) => new TextEncoder().encode(text);

function asPem(label: string, der: Uint8Array): Uint8Array {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g) as string[];
  return bytes(`Bag Attributes\r\n-----BEGIN ${label}-----\r\n${lines.join('\r\n')}\r\n-----END ${label}-----\r\n`);
}

describe('what a file is', () => {
  test('by its DER shape, whatever its name', () => {
    expect(judgeFile(cer)).toBe('CERTIFICADO');
    expect(judgeFile(autoridad.raiz.cer)).toBe('CERTIFICADO');
    expect(judgeFile(key)).toBe('LLAVE_CIFRADA');
    expect(judgeFile(clear.pkcs8)).toBe('LLAVE_SIN_CIFRAR');
    expect(judgeFile(clear.pkcs1)).toBe('LLAVE_SIN_CIFRAR');
    expect(judgeFile(new Uint8Array())).toBe('VACIO');
  });

  test('inside PEM too', () => {
    expect(judgeFile(asPem('CERTIFICATE', cer))).toBe('CERTIFICADO');
    expect(judgeFile(asPem('ENCRYPTED PRIVATE KEY', key))).toBe('LLAVE_CIFRADA');
    expect(judgeFile(asPem('PRIVATE KEY', clear.pkcs8))).toBe('LLAVE_SIN_CIFRAR');
    expect(unwrapPem(asPem('CERTIFICATE', cer))).toEqual(cer);
  });

  test('a PFX, in DER or with the indefinite lengths of BER', () => {
    expect(judgeFile(Uint8Array.from([0x30, 0x82, 0x09, 0x00, 0x02, 0x01, 0x03, 0x30, 0x82, 0x08]))).toBe('PFX');
    expect(judgeFile(Uint8Array.from([0x30, 0x80, 0x02, 0x01, 0x03, 0x30, 0x80, 0x06, 0x09]))).toBe('PFX');
  });

  test.each([
    ['a picture', '\x89PNG\r\n\x1a\n'],
    ['a text', 'no soy un certificado'],
    ['a PEM that is not base64', '-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----'],
    ['an unfinished PEM', '-----BEGIN CERTIFICATE-----\nMIIG'],
  ])('%s is something else', (_, text) => {
    expect(judgeFile(bytes(text))).toBe('OTRO');
  });

  test('a certificate request is not a certificate', () => {
    const request = Uint8Array.from([0x30, 11, 0x30, 3, 0x02, 1, 0, 0x30, 0, 0x03, 2, 0, 0]);
    expect(judgeFile(request)).toBe('OTRO');
  });

  test('truncated files and any bytes are something else, and never an exception', () => {
    fc.assert(fc.property(fc.nat(), (at) => judgeFile(cer.subarray(0, 1 + (at % (cer.length - 1)))) === 'OTRO'));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (any) => typeof judgeFile(any) === 'string'));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (any) => judgeFile(Uint8Array.of(0x30, ...any)) !== 'VACIO'),
    );
  });

  test('takes a moment even at the largest size', () => {
    const large = new Uint8Array(64 * 1024).fill(0x2d);
    const start = performance.now();
    for (let round = 0; round < 10; round++) judgeFile(large);
    expect((performance.now() - start) / 10).toBeLessThan(30);
  });
});
