import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isStrongKey } from './fortaleza.ts';

const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });

/** A key of that modulus and exponent: nobody needs to have its other half. */
const rsa = (exponent: string, modulus = n as string) =>
  createPublicKey({
    format: 'jwk',
    key: { kty: 'RSA', n: modulus, e: Buffer.from(exponent, 'hex').toString('base64url') },
  });
const modulusOf = (bytes: number) => Buffer.alloc(bytes, 0xff).toString('base64url');

describe('an RSA key', () => {
  it.each([
    ['01', false],
    ['02', false],
    ['03', false],
    ['11', false],
    ['ffff', false],
    ['010000', false],
    ['010001', true],
    ['010002', false],
    ['010003', true],
    ['ff'.repeat(32), true],
    [`01${'00'.repeat(31)}01`, false],
  ])('of exponent %s is strong: %s', (exponent, isStrong) => {
    expect(isStrongKey(rsa(exponent))).toBe(isStrong);
  });

  it.each([
    [128, false],
    [255, false],
    [256, true],
    [1024, true],
    [1025, false],
    [2048, false],
  ])('of %i octets is strong: %s', (bytes, isStrong) => {
    expect(isStrongKey(rsa('010001', modulusOf(bytes)))).toBe(isStrong);
  });
});

it.each([
  ['prime256v1', true],
  ['secp384r1', true],
  ['secp521r1', true],
  ['secp256k1', false],
  ['secp224r1', false],
])('an elliptic key on %s is strong: %s', (namedCurve, isStrong) => {
  expect(isStrongKey(generateKeyPairSync('ec', { namedCurve }).publicKey)).toBe(isStrong);
});

it('a key of another kind is not one that we judge', () => {
  expect(isStrongKey(generateKeyPairSync('ed25519').publicKey)).toBe(false);
  expect(isStrongKey(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey)).toBe(false);
});
