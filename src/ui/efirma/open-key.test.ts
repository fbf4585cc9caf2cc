import {
  createCipheriv,
  createPublicKey,
  createVerify,
  generateKeyPairSync,
  pbkdf2Sync,
  randomBytes,
} from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '#domain/result.ts';
import { readPiezas } from '#formats/der/read-piezas.ts';
import { MAX_ITERATIONS } from './encrypted-key.ts';
import { judgeLlave } from './judge-certificado.ts';
import { openKey } from './open-key.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PKCS8 = privateKey.export({ type: 'pkcs8', format: 'der' });

const CIPHERS = {
  'des-ede3-cbc': { oid: '2a864886f70d0307', keyBytes: 24, ivBytes: 8 },
  'aes-128-cbc': { oid: '608648016503040102', keyBytes: 16, ivBytes: 16 },
  'aes-192-cbc': { oid: '608648016503040116', keyBytes: 24, ivBytes: 16 },
  'aes-256-cbc': { oid: '60864801650304012a', keyBytes: 32, ivBytes: 16 },
};
const PRFS = { sha1: '07', sha256: '09', sha384: '0a', sha512: '0b' };

interface Protection {
  cipher?: keyof typeof CIPHERS;
  prf?: keyof typeof PRFS | 'default';
  password?: Uint8Array;
  iterations?: number;
  keyLength?: number;
  plain?: Uint8Array;
}

describe('opens a key under', () => {
  const protections = Object.keys(CIPHERS).flatMap((cipher) => Object.keys(PRFS).map((prf) => ({ cipher, prf })));

  test.each(protections as Protection[])('$cipher and $prf', async (protection) => {
    await expectToSign(protect(protection), utf8('12345678a'));
  });

  test('the default PRF, with the length of the key written', async () => {
    await expectToSign(protect({ prf: 'default', keyLength: 24 }), utf8('12345678a'));
  });

  test('PEM around it', async () => {
    const base64 = Buffer.from(protect({}))
      .toString('base64')
      .replace(/(.{64})/g, '$1\n');
    const pem = `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${base64}\n-----END ENCRYPTED PRIVATE KEY-----\n`;
    await expectToSign(utf8(pem), utf8('12345678a'));
  });

  test.each(['contraseña', 'ÁÉ&ü'])('the password %s in UTF-8 and in Latin-1', async (password) => {
    await expectToSign(protect({ password: utf8(password) }), utf8(password));
    await expectToSign(protect({ password: Buffer.from(password, 'latin1') }), utf8(password));
  });
});

test('the opened key cannot be read, and neither file nor password is changed', async () => {
  const [file, password] = [protect({}), utf8('12345678a')];
  const opened = await open(file, password);
  expect(opened.ok && opened.value.extractable).toBe(false);
  expect(password).toEqual(utf8('12345678a'));
  expect((await open(file, password)).ok).toBe(true);
});

describe('says CONTRASENA_INCORRECTA', () => {
  test('for any other password', async () => {
    const file = protect({ iterations: 10 });
    const near = /^\s*1\s*2\s*3\s*4\s*5\s*6\s*7\s*8\s*a\s*$/i;
    const other = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !near.test(text.normalize('NFKC')));
    await fc.assert(
      fc.asyncProperty(other, async (password) => {
        expect(await open(file, utf8(password))).toEqual({ ok: false, error: 'CONTRASENA_INCORRECTA' });
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['nothing', new Uint8Array(0)],
    ['text', utf8('padded well, but no key at all')],
    [
      'an EC key',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }),
    ],
  ])('when what comes out is %s', async (_, plain) => {
    const opened = await open(protect({ plain }), utf8('12345678a'));
    expect(opened).toEqual({ ok: false, error: 'CONTRASENA_INCORRECTA' });
  });
});

describe('tells', () => {
  test.each([
    ['LLAVE_NO_ADMITIDA', 'rounds above the limit', protect({ iterations: 1, claimed: MAX_ITERATIONS + 1 })],
    ['LLAVE_DANADA', 'no rounds', protect({ iterations: 1, claimed: 0 })],
    ['LLAVE_DANADA', 'the length of another key', protect({ keyLength: 16 })],
    ['LLAVE_SIN_CIFRAR', 'an unprotected key', PKCS8],
    ['LLAVE_VACIA', 'an empty file', new Uint8Array(0)],
  ])('%s for %s', async (error, _, file) => {
    expect(await open(file, utf8('12345678a'))).toEqual({ ok: false, error });
  });

  test('LLAVE_DANADA for every truncated file', async () => {
    const file = protect({});
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: file.length - 1 }), async (length) => {
        expect(await open(file.subarray(0, length), utf8('12345678a'))).toEqual({ ok: false, error: 'LLAVE_DANADA' });
      }),
    );
  });
});

test('a changed byte never makes it throw', async () => {
  const file = protect({ iterations: 10 });
  const change = fc.tuple(
    fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: file.length - 1 })),
    fc.integer({ min: 1, max: 255 }),
  );
  await fc.assert(
    fc.asyncProperty(change, async ([index, mask]) => {
      const changed = Uint8Array.from(file);
      changed[index] = (changed[index] as number) ^ mask;
      const opened = await open(changed, utf8('12345678a'));
      expect(opened.ok || /^(LLAVE_|CONTRASENA_INCORRECTA|ARCHIVO_)/.test(opened.error)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const SAT = new URL('../../../../shared/efirma-sat-prueba/', import.meta.url);

describe.skipIf(!existsSync(SAT))("the SAT's test keys (skipped without ../shared)", () => {
  const read = (path: string) => readFileSync(new URL(path, SAT));

  test.each([
    'EKU9003173C9/EKU9003173C9.key',
    'AAA010101AAA-vencida/AAA010101AAA.key',
    'AAA010101AAA-csd/CSD_AAA010101AAA.key',
  ])('opens %s', async (path) => {
    expect((await open(read(path), utf8('12345678a'))).ok).toBe(true);
  });

  test.each([
    ['mala121', 'CONTRASENA_INCORRECTA'],
    ['12345678A', 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
    ['', 'CONTRASENA_INCORRECTA'],
  ])('refuses the password "%s"', async (password, error) => {
    const opened = await open(read('EKU9003173C9/EKU9003173C9.key'), utf8(password));
    expect(opened).toEqual({ ok: false, error });
  });
});

async function open(file: Uint8Array, password: Uint8Array): Promise<Result<CryptoKey, string>> {
  const encrypted = judgeLlave(readPiezas(file));
  return encrypted.ok ? openKey(encrypted.value, password) : encrypted;
}

async function expectToSign(file: Uint8Array, password: Uint8Array): Promise<void> {
  const opened = await open(file, password);
  if (!opened.ok) throw new Error(opened.error);
  const text = utf8('||prueba||');
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', opened.value, Uint8Array.from(text));
  expect(
    createVerify('sha256')
      .update(text)
      .verify(createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })), Buffer.from(signature)),
  ).toBe(true);
}

/** Writes an EncryptedPrivateKeyInfo; `claimed` is a number of rounds that is written and not done. */
function protect(options: Protection & { claimed?: number }): Buffer {
  const {
    cipher = 'des-ede3-cbc',
    prf = 'sha1',
    password = utf8('12345678a'),
    iterations = 2048,
    plain = PKCS8,
  } = options;
  const { oid, keyBytes, ivBytes } = CIPHERS[cipher];
  const [salt, iv] = [randomBytes(8), randomBytes(ivBytes)];
  const key = pbkdf2Sync(password, salt, iterations, keyBytes, prf === 'default' ? 'sha1' : prf);
  const encryption = createCipheriv(cipher, key, iv);
  const data = Buffer.concat([encryption.update(plain), encryption.final()]);
  const kdf = [
    der(0x04, salt),
    integer(options.claimed ?? iterations),
    ...(options.keyLength ? [integer(options.keyLength)] : []),
    ...(prf === 'default' ? [] : [der(0x30, der(0x06, hex(`2a864886f70d02${PRFS[prf]}`)), der(0x05))]),
  ];
  const pbkdf2 = der(0x30, der(0x06, hex('2a864886f70d01050c')), der(0x30, ...kdf));
  const scheme = der(0x30, der(0x06, hex(oid)), der(0x04, iv));
  const algorithm = der(0x30, der(0x06, hex('2a864886f70d01050d')), der(0x30, pbkdf2, scheme));
  return der(0x30, algorithm, der(0x04, data));
}

function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const digits = content.length.toString(16);
  const length = hex(digits.length % 2 ? `0${digits}` : digits);
  return Buffer.concat([Buffer.from(content.length < 128 ? [tag] : [tag, 0x80 | length.length]), length, content]);
}

function integer(value: number): Buffer {
  const digits = value.toString(16);
  const bytes = hex(digits.length % 2 ? `0${digits}` : digits);
  return der(0x02, (bytes[0] as number) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes);
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
