import { beforeAll, describe, expect, test } from 'vitest';
import { type AutoridadDePrueba, createAutoridadDePrueba } from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import {
  asPem,
  concat,
  makeRequests,
  protectTraditionally,
  protectWithOpenssl,
  utf8,
  utf16,
} from '../../../tests/support/efirma/formas.ts';
import { hasOpenssl } from '../../../tests/support/efirma/openssl-ocsp.ts';
import { openPair } from './open-pair.ts';

// What is no e.firma, or none that can be opened safely: each with its own answer.

const CONTRASENA = 'Taller.Costura78';
const LEGACY = ['-provider', 'legacy', '-provider', 'default'];

let autoridad: AutoridadDePrueba;
let cer: Uint8Array<ArrayBuffer>;
let key: Uint8Array<ArrayBuffer>;
let csd: Uint8Array;
let privateKey: Awaited<ReturnType<AutoridadDePrueba['issue']>>['llaves']['privateKey'];

beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
  const efirma = await autoridad.issue({ contrasena: CONTRASENA });
  ({ cer, key } = efirma);
  ({ privateKey } = efirma.llaves);
  csd = (await autoridad.issue({ clase: 'CSD' })).cer;
});

describe('says of a key that its format is not admitted:', () => {
  const REFUSED = [
    ['-scrypt'],
    ['-v2', 'camellia-256-cbc'],
    ['-v2', 'aria-256-cbc'],
    ['-v2', 'aes-256-cfb'],
    ['-v2', 'des-cbc', ...LEGACY],
    ['-v2', 'rc2', ...LEGACY],
    ['-v1', 'PBE-MD5-DES', ...LEGACY],
    ['-v1', 'PBE-SHA1-DES', ...LEGACY],
    ['-v1', 'PBE-SHA1-RC4-128', ...LEGACY],
    ['-v1', 'PBE-SHA1-RC2-40', ...LEGACY],
    ['-v2', 'des3', '-iter', '1000001'],
    ['-v1', 'PBE-SHA1-3DES', '-iter', '100001'],
  ];

  describe.skipIf(!hasOpenssl)('OpenSSL’s (skipped without openssl)', () => {
    test.each(REFUSED.map((options) => [options.slice(0, 4).join(' '), options] as const))('%s', async (_, options) => {
      expect(await open(cer, protectWithOpenssl(privateKey, CONTRASENA, ...options))).toEqual(
        failure('LLAVE_NO_ADMITIDA', 'llave'),
      );
    });

    test('a traditional PEM under Camellia', async () => {
      const file = protectTraditionally(privateKey, CONTRASENA, 'camellia256');
      expect(await open(cer, file)).toEqual(failure('LLAVE_NO_ADMITIDA', 'llave'));
    });
  });

  const begins = (...bytes: number[]) => concat(Uint8Array.from(bytes), new Uint8Array(200).fill(7));

  test.each<[string, () => Uint8Array]>([
    ['OpenSSH', () => utf8(asPem('OPENSSH PRIVATE KEY', utf8('openssh-key-v1\0')))],
    ['PuTTY', () => utf8('PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: aes256-cbc\r\n')],
    ['SSH2', () => utf8('---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nComment: "x"\n')],
    ['PGP', () => utf8(asPem('PGP PRIVATE KEY BLOCK', utf8('lQdGBF')))],
    ['a Java keystore', () => begins(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2)],
    ['a JCE keystore', () => begins(0xce, 0xce, 0xce, 0xce, 0, 0, 0, 2)],
    ['Microsoft’s PVK', () => begins(0x1e, 0xf1, 0xb5, 0xb0, 0, 0, 0, 0)],
  ])('%s', async (_, file) => {
    expect(await open(cer, file())).toEqual(failure('ARCHIVO_NO_ADMITIDO', 'llave'));
    expect(await open(file(), key)).toEqual(failure('ARCHIVO_NO_ADMITIDO', 'certificado'));
  });
});

describe('says what it is instead:', () => {
  const pfx = Uint8Array.of(0x30, 0x82, 0x0a, 0x00, 0x02, 0x01, 0x03, 0x30, 0x82);

  test.each<[string, () => Uint8Array, string]>([
    ['a PFX', () => pfx, 'ARCHIVO_ES_PFX'],
    ['a PFX in PEM', () => utf8(asPem('PKCS12', pfx)), 'ARCHIVO_ES_PFX'],
    ['a PFX in base64', () => utf8(Buffer.from(pfx).toString('base64')), 'ARCHIVO_ES_PFX'],
    ['a ZIP', () => utf8('PK\x03\x04\x14'), 'ARCHIVO_COMPRIMIDO'],
    ['a RAR', () => utf8('Rar!\x1a\x07\x01'), 'ARCHIVO_COMPRIMIDO'],
    ['a page', () => utf8('\n<!DOCTYPE html>\n<html><body>Sesión terminada</body></html>'), 'ARCHIVO_ES_PAGINA_WEB'],
    ['a page in UTF-16', () => utf16('<html lang="es">'), 'ARCHIVO_ES_PAGINA_WEB'],
  ])('%s', async (_, file, codigo) => {
    expect(await open(file(), key)).toEqual(failure(codigo, 'certificado'));
    expect(await open(cer, file())).toEqual(failure(codigo, 'llave'));
  });

  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'CERTIFICADO_VACIO'],
    ['blanks alone', () => utf8(' \r\n'), 'CERTIFICADO_VACIO'],
    ['a picture', () => utf8('\x89PNG\r\n\x1a\n'), 'CERTIFICADO_ILEGIBLE'],
    ['a note', () => utf8('0 no soy un certificado'), 'CERTIFICADO_ILEGIBLE'],
    ['a public key', () => utf8(asPem('PUBLIC KEY', Uint8Array.of(0x30, 5, 0x30, 0, 3, 1, 0))), 'CERTIFICADO_ILEGIBLE'],
    ['a key', () => key, 'CERTIFICADO_ES_LLAVE'],
    ['authorities alone', () => utf8(asPem('CERTIFICATE', autoridad.ac.cer)), 'CERTIFICADO_NO_ES_EFIRMA'],
    ['a CSD', () => utf8(asPem('CERTIFICATE', autoridad.ac.cer) + asPem('CERTIFICATE', csd)), 'CERTIFICADO_ES_CSD'],
    ['a half', () => cer.subarray(0, 600), 'CERTIFICADO_DANADO'],
    ['half a PEM', () => utf8(asPem('CERTIFICATE', cer).slice(0, 600)), 'CERTIFICADO_DANADO'],
    ['half a base64', () => utf8(Buffer.from(cer).toString('base64').slice(0, 600)), 'CERTIFICADO_DANADO'],
    [
      'a PEM of nothing',
      () => utf8('-----BEGIN CERTIFICATE-----\n====\n-----END CERTIFICATE-----'),
      'CERTIFICADO_DANADO',
    ],
    ['DER saved as text', () => utf8(new TextDecoder().decode(cer)), 'CERTIFICADO_DANADO'],
  ])('%s as certificate', async (_, file, codigo) => {
    expect(await open(file(), key)).toEqual(failure(codigo, 'certificado'));
  });

  test.skipIf(!hasOpenssl)(
    'a request, or a request in an envelope, as the SAT’s .ren (skipped without openssl)',
    async () => {
      const { request, envelope } = makeRequests(privateKey);
      for (const file of [request, utf8(asPem('CERTIFICATE REQUEST', request)), envelope]) {
        expect(await open(file, key)).toEqual(failure('ARCHIVO_ES_SOLICITUD', 'certificado'));
        expect(await open(cer, file)).toEqual(failure('ARCHIVO_ES_SOLICITUD', 'llave'));
      }
    },
  );

  test('each in the place of the other, in any shape', async () => {
    const swapped = failure('ARCHIVOS_INTERCAMBIADOS', 'certificado');
    expect(await open(key, utf8(asPem('CERTIFICATE', cer)))).toEqual(swapped);
    expect(await open(utf8(asPem('ENCRYPTED PRIVATE KEY', key)), cer)).toEqual(swapped);
  });
});

describe('hints at what is wrong with a password', () => {
  const NFC = 'Señal.Única1';

  test.each([
    ['CONTRASENA_CON_ESPACIOS', NFC, `${NFC} `],
    ['CONTRASENA_CON_OTRAS_MAYUSCULAS', NFC, 'sEÑAL.úNICA1'],
    ['CONTRASENA_CON_OTROS_ACENTOS', NFC, NFC.normalize('NFD')],
    ['CONTRASENA_CON_OTROS_ACENTOS', NFC.normalize('NFD'), NFC],
    ['CONTRASENA_CON_OTROS_SIGNOS', "O'Gorman-1", 'O’Gorman-1'],
    ['CONTRASENA_INCORRECTA', NFC, 'Senal.Unica1'],
  ])('%s', async (codigo, contrasena, typed) => {
    const { cer: own, key: file } = await autoridad.issue({ contrasena });
    expect(await open(own, file, typed)).toEqual(failure(codigo, 'contrasena'));
    const latin1 = await autoridad.issue({ contrasena, codificacion: 'latin1' });
    const isLatin1 = contrasena.normalize('NFC') === contrasena;
    if (isLatin1) expect(await open(latin1.cer, latin1.key, typed)).toEqual(failure(codigo, 'contrasena'));
  });

  test.skipIf(!hasOpenssl)('no longer than the rounds of one file may take (skipped without openssl)', async () => {
    const file = protectWithOpenssl(privateKey, CONTRASENA, '-v2', 'des3', '-iter', '1000000');
    expect(await open(cer, file, `${CONTRASENA} `)).toEqual(failure('CONTRASENA_CON_ESPACIOS', 'contrasena'));
    expect(await open(cer, file, CONTRASENA.toUpperCase())).toEqual(failure('CONTRASENA_INCORRECTA', 'contrasena'));
  });
});

function open(certificado: Uint8Array, llave: Uint8Array, contrasena = CONTRASENA) {
  return openPair({ certificado, llave, contrasena: utf8(contrasena) });
}

function failure(codigo: string, campo: string) {
  return { ok: false, error: [{ codigo, campo }] };
}
