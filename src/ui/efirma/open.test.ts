import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  FISICA,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import {
  asPem,
  carryInPkcs7,
  concat,
  openLengths,
  protectTraditionally,
  protectWithOpenssl,
  utf8,
  utf16,
} from '../../../tests/support/efirma/formas.ts';
import { hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { openPair } from './open-pair.ts';

// The same e.firma in every shape in which people have been seen to bring it.

const CONTRASENA = 'Taller.Costura78';

let autoridad: AutoridadDePrueba;
let cer: Uint8Array<ArrayBuffer>;
let key: Uint8Array<ArrayBuffer>;
let ajena: Uint8Array;
let csd: Uint8Array;
let privateKey: Awaited<ReturnType<AutoridadDePrueba['issue']>>['llaves']['privateKey'];

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  const efirma = await autoridad.issue({ contrasena: CONTRASENA });
  ({ cer, key } = efirma);
  ({ privateKey } = efirma.llaves);
  ajena = (await autoridad.issue({ bits: 2048, rfc: 'PEGJ800101AB2' })).cer;
  csd = (await autoridad.issue({ clase: 'CSD' })).cer;
});

describe('opens a certificate as', () => {
  const pem = (lineEnd?: string) => asPem('CERTIFICATE', cer, lineEnd);
  const base64 = () => Buffer.from(cer).toString('base64');
  const [raiz, ac] = [() => asPem('CERTIFICATE', autoridad.raiz.cer), () => asPem('CERTIFICATE', autoridad.ac.cer)];

  test.each<[string, () => Uint8Array]>([
    ['DER', () => cer],
    ['DER with a line end behind it', () => concat(cer, utf8('\n'))],
    ['DER with a Windows line end behind it', () => concat(cer, utf8('\r\n'))],
    ['DER with NULs behind it', () => concat(cer, new Uint8Array(512))],
    ['DER with Ctrl-Z behind it', () => concat(cer, Uint8Array.of(0x1a))],
    ['DER with a signature of something else behind it', () => concat(cer, utf8('-- \nenviado desde mi teléfono'))],
    ['DER behind a line end', () => concat(utf8('\r\n'), cer)],
    ['DER behind a byte order mark', () => concat(utf8('\ufeff'), cer)],
    ['PEM', () => utf8(pem())],
    ['PEM with Windows line ends', () => utf8(pem('\r\n'))],
    ['PEM with the line ends of an old Mac', () => utf8(pem('\r'))],
    ['PEM in one line', () => utf8(pem(' '))],
    ['PEM without line ends', () => utf8(pem(''))],
    ['PEM behind a byte order mark', () => utf8(`\ufeff${pem()}`)],
    ['PEM behind bag attributes', () => utf8(`Bag Attributes\n    localKeyID: 54 69\nsubject=CN = X\n${pem()}`)],
    ['PEM of openssl x509 -trustout', () => utf8(asPem('TRUSTED CERTIFICATE', concat(cer, Uint8Array.of(0x30, 0))))],
    ['PEM with blanks of a web page', () => utf8(pem('\u00a0\n\u200b'))],
    ['PEM in UTF-16', () => utf16(pem('\r\n'))],
    ['PEM in UTF-16, big-endian', () => utf16(pem('\r\n'), 'BE')],
    ['PEM in UTF-16 without a mark', () => utf16(pem(), 'LE', '')],
    ['base64 without its lines', () => utf8(base64())],
    ['base64 in lines', () => utf8(base64().replace(/(.{76})/g, '$1\r\n'))],
    ['base64 in UTF-16', () => utf16(base64())],
    [
      'base64 behind the headers of a mail',
      () => utf8(`Content-Type: application/pkix-cert;\r\n name="x.cer"\r\n\r\n${base64()}`),
    ],
    ['base64 of a PEM', () => utf8(Buffer.from(pem()).toString('base64'))],
    ['a chain with the authority first', () => utf8(raiz() + ac() + pem())],
    ['a chain with the authority last', () => utf8(pem() + ac() + raiz())],
    ['a chain in DER', () => concat(autoridad.ac.cer, cer)],
    ['a chain with someone else’s', () => utf8(asPem('CERTIFICATE', ajena) + pem() + asPem('CERTIFICATE', csd))],
    ['a PEM with its key', () => utf8(asPem('ENCRYPTED PRIVATE KEY', key) + pem())],
  ])('%s', async (_, file) => {
    expect(await open(file(), key)).toMatchObject({ ok: true, value: { certificado: { rfc: FISICA.rfc, der: cer } } });
  });

  test.skipIf(!hasOpenssl).each(['DER', 'PEM'] as const)('a .p7b in %s (skipped without openssl)', async (form) => {
    const p7b = carryInPkcs7([autoridad.ac.cer, cer, autoridad.raiz.cer], form);
    expect(await open(p7b, key)).toMatchObject({ ok: true, value: { certificado: { der: cer } } });
    expect(await open(concat(p7b, utf8('\n')), key)).toMatchObject({ ok: true });
    if (form === 'DER') expect(await open(openLengths(p7b), key)).toMatchObject({ ok: true });
  });
});

describe('opens a key as', () => {
  const pem = (lineEnd?: string) => asPem('ENCRYPTED PRIVATE KEY', key, lineEnd);

  test.each<[string, () => Uint8Array]>([
    ['DER with a line end behind it', () => concat(key, utf8('\n'))],
    ['BER with its lengths left open', () => openLengths(key)],
    ['DER with a NUL behind it', () => concat(key, Uint8Array.of(0))],
    ['DER with Ctrl-Z behind it', () => concat(key, Uint8Array.of(0x1a))],
    ['PEM with Windows line ends', () => utf8(pem('\r\n'))],
    [
      'PEM with bag attributes and a mark',
      () => utf8(`\ufeffBag Attributes\r\n  friendlyName: x\r\nKey Attributes: <No Attributes>\r\n${pem('\r\n')}`),
    ],
    ['PEM in UTF-16', () => utf16(pem())],
    ['base64 without its lines', () => utf8(Buffer.from(key).toString('base64'))],
    ['a PEM with its certificate', () => utf8(asPem('CERTIFICATE', cer) + pem())],
  ])('%s', async (_, file) => {
    expect(await open(cer, file())).toMatchObject({ ok: true });
  });

  const PRFS = ['MD5', 'SHA1', 'SHA224', 'SHA256', 'SHA384', 'SHA512', 'SHA512-224', 'SHA512-256'];
  const OPTIONS = [
    ...PRFS.map((prf) => ['-v2', 'aes-256-cbc', '-v2prf', `hmacWith${prf}`]),
    ...['des3', 'aes-128-cbc', 'aes-192-cbc'].map((cipher) => ['-v2', cipher]),
    ['-v1', 'PBE-SHA1-3DES'],
    ['-v1', 'PBE-SHA1-2DES'],
    ['-v1', 'PBE-SHA1-3DES', '-iter', '10000'],
    ['-v2', 'des3', '-iter', '1'],
  ];

  describe.skipIf(!hasOpenssl)('OpenSSL writes it (skipped without openssl)', () => {
    test.each(OPTIONS.map((options) => [options.join(' '), options] as const))('%s', async (_, options) => {
      for (const contrasena of [CONTRASENA, 'contraseña €𝄞']) {
        const file = protectWithOpenssl(privateKey, contrasena, ...options);
        expect(await open(cer, file, contrasena)).toMatchObject({ ok: true });
        expect(await open(cer, file, 'no es esta')).toEqual(failure('CONTRASENA_INCORRECTA', 'contrasena'));
      }
    });

    test.each(['des3', 'aes128', 'aes192', 'aes256'])('in a traditional PEM under %s', async (cipher) => {
      const file = protectTraditionally(privateKey, CONTRASENA, cipher);
      const windows = utf16(Buffer.from(file).toString().replaceAll('\n', '\r\n'));
      for (const each of [file, windows]) expect(await open(cer, each)).toMatchObject({ ok: true });
      expect(await open(cer, file, 'no es esta')).toEqual(failure('CONTRASENA_INCORRECTA', 'contrasena'));
    });
  });
});

const CASOS = new URL('../../../../shared/casos/llaves/', import.meta.url);

describe.skipIf(!existsSync(CASOS))('the cases that failed (skipped without ../shared)', () => {
  const casos = existsSync(CASOS) ? readdirSync(CASOS).filter((name) => name !== 'ac-de-prueba') : [];

  test.each(casos)('%s', async (caso) => {
    const read = (name: string) => readFileSync(new URL(`${caso}/${name}`, CASOS));
    const opened = await open(read('efirma.cer'), read('efirma.key'), read('contrasena.txt').toString());
    expect(opened).toMatchObject({ ok: true });
  });
});

function open(certificado: Uint8Array, llave: Uint8Array, contrasena = CONTRASENA) {
  return openPair({ certificado, llave, contrasena: utf8(contrasena) });
}

function failure(codigo: string, campo: string) {
  return { ok: false, error: [{ codigo, campo }] };
}
