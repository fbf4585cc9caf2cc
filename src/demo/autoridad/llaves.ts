import { createCipheriv, generateKeyPair, type KeyObject, pbkdf2Sync, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { integer, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';

export interface ParDeLlaves {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export type MakeLlaves = (bits: number) => Promise<ParDeLlaves>;

const generate = promisify(generateKeyPair);

export const makeLlaves: MakeLlaves = (bits) => generate('rsa', { modulusLength: bits });

export type Cifrado = '3DES' | 'AES-256';

const CIFRADOS = {
  '3DES': { name: 'des-ede3-cbc', oid: '1.2.840.113549.3.7', keyBytes: 24, ivBytes: 8 },
  'AES-256': { name: 'aes-256-cbc', oid: '2.16.840.1.101.3.4.1.42', keyBytes: 32, ivBytes: 16 },
} as const;
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const ROUNDS = 2048;

/** A `.key` as the SAT writes it: PKCS#8 under PBES2, PBKDF2-HMAC-SHA1 of 2048 rounds. */
export function encryptLlave(privateKey: KeyObject, contrasena: Uint8Array, cifrado: Cifrado): Uint8Array<ArrayBuffer> {
  const kind = CIFRADOS[cifrado];
  const salt = randomBytes(8);
  const iv = randomBytes(kind.ivBytes);
  const key = pbkdf2Sync(contrasena, salt, ROUNDS, kind.keyBytes, 'sha1');
  const cipher = createCipheriv(kind.name, key, iv);
  const encrypted = Buffer.concat([cipher.update(privateKey.export({ type: 'pkcs8', format: 'der' })), cipher.final()]);
  const rounds = integer(Uint8Array.of(ROUNDS >> 8, ROUNDS & 0xff));
  const derivation = sequence(oid(PBKDF2), sequence(octets(salt), rounds));
  const algorithm = sequence(oid(PBES2), sequence(derivation, sequence(oid(kind.oid), octets(iv))));
  return toDer(sequence(algorithm, octets(encrypted)));
}
