import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decryptCbc } from './decrypt-cbc.ts';

const CASES = [
  { cipher: '3DES', keyBytes: 24, blockBytes: 8, openssl: 'des-ede3-cbc' },
  { cipher: 'AES', keyBytes: 16, blockBytes: 16, openssl: 'aes-128-cbc' },
  { cipher: 'AES', keyBytes: 24, blockBytes: 16, openssl: 'aes-192-cbc' },
  { cipher: 'AES', keyBytes: 32, blockBytes: 16, openssl: 'aes-256-cbc' },
] as const;

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

test.each(CASES)('decrypts what OpenSSL encrypted with $openssl', ({ cipher, keyBytes, blockBytes, openssl }) => {
  const input = fc.tuple(bytes(keyBytes), bytes(blockBytes), fc.uint8Array({ maxLength: 200 }));
  fc.assert(
    fc.property(input, ([key, iv, plain]) => {
      const encryption = createCipheriv(openssl, key, iv);
      const data = Buffer.concat([encryption.update(plain), encryption.final()]);
      expect(decryptCbc({ cipher, key, iv, data })).toEqual(plain);
    }),
  );
});

test.each(CASES)(
  'refuses every padding that is not PKCS #7 with $openssl',
  ({ cipher, keyBytes, blockBytes, openssl }) => {
    const isPadding = (end: Uint8Array) => {
      const length = end.at(-1) as number;
      return length >= 1 && length <= blockBytes && end.slice(-length).every((byte) => byte === length);
    };
    const end = fc.oneof(
      bytes(blockBytes),
      bytes(blockBytes - 2).map((start) => Uint8Array.of(...start, 1, 2)),
    );
    fc.assert(
      fc.property(
        bytes(keyBytes),
        end.filter((block) => !isPadding(block)),
        (key, block) => {
          const iv = new Uint8Array(blockBytes);
          const encryption = createCipheriv(openssl, key, iv).setAutoPadding(false);
          const data = Buffer.concat([encryption.update(block), encryption.final()]);
          expect(decryptCbc({ cipher, key, iv, data })).toBeNull();
        },
      ),
    );
  },
);
