import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from '#domain/efirma/der.ts';

/** A private key under a password (RFC 8018, PBES2), taken apart. */
export interface EncryptedKey {
  cipher: '3DES' | 'AES';
  keyBytes: number;
  iv: Uint8Array;
  prf: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  salt: Uint8Array;
  iterations: number;
  data: Uint8Array;
}

/** Above this a file is an attack on the person's device: the SAT uses 2,048, and openssl at its strictest far less. */
export const MAX_ITERATIONS = 1_000_000;

/**
 * Reads an EncryptedPrivateKeyInfo (RFC 5958) in DER, as the SAT's `.key` is: PBES2, PBKDF2, 3DES or AES in CBC mode.
 * Null for anything else.
 */
export function parseEncryptedKey(der: Uint8Array): EncryptedKey | null {
  try {
    return readEncryptedKey(readDer(der));
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function readEncryptedKey(file: DerElement): EncryptedKey {
  const [algorithm, encrypted] = read(file, [TAG.sequence, TAG.octetString]);
  const [kdf, scheme] = read(parameters(algorithm, PBES2), [TAG.sequence, TAG.sequence]);
  const { cipher, keyBytes, iv } = readScheme(scheme as DerElement);
  const derivation = readDerivation(parameters(kdf, PBKDF2), keyBytes);
  const data = (encrypted as DerElement).content;
  if (data.length === 0 || data.length % iv.length !== 0) throw new DerError('not whole blocks');
  return { cipher, keyBytes, iv, data, ...derivation };
}

function readScheme(scheme: DerElement): Pick<EncryptedKey, 'cipher' | 'keyBytes' | 'iv'> {
  const [oid, iv] = read(scheme, [TAG.oid, TAG.octetString]);
  const known = CIPHERS[readOid(oid as DerElement)];
  if (!known || iv?.content.length !== known.blockBytes) throw new DerError('unknown cipher');
  return { cipher: known.cipher, keyBytes: known.keyBytes, iv: iv.content };
}

/** RFC 8018, A.2: salt, rounds, [length of the key], [pseudo-random function], which is HMAC-SHA-1 when not named. */
function readDerivation(params: DerElement, keyBytes: number): Pick<EncryptedKey, 'salt' | 'iterations' | 'prf'> {
  const [salt, iterations, ...rest] = readChildren(params);
  if (salt?.tag !== TAG.octetString || salt.content.length === 0) throw new DerError('no salt');
  const keyLength = rest[0]?.tag === TAG.integer ? rest.shift() : undefined;
  if (keyLength && readCount(keyLength) !== keyBytes) throw new DerError('key length of another cipher');
  const prf = rest.shift();
  if (rest.length > 0) throw new DerError('unknown PBKDF2 field');
  return { salt: salt.content, iterations: readCount(iterations), prf: prf ? readPrf(prf) : 'SHA-1' };
}

function readPrf(prf: DerElement): EncryptedKey['prf'] {
  const [oid, none] = prf.tag === TAG.sequence ? readChildren(prf) : [];
  const hash = oid && PRFS[readOid(oid)];
  if (!hash || (none && none.tag !== TAG.null)) throw new DerError('unknown PRF');
  return hash;
}

function readCount(element: DerElement | undefined): number {
  if (element?.tag !== TAG.integer || element.content.length > 4) throw new DerError('not a count');
  const count = element.content.reduce((value, byte) => value * 256 + byte, 0);
  if (count < 1 || count > MAX_ITERATIONS) throw new DerError('count out of range');
  return count;
}

function parameters(algorithm: DerElement | undefined, expected: string): DerElement {
  const [oid, params] = read(algorithm, [TAG.oid, TAG.sequence]);
  if (readOid(oid as DerElement) !== expected) throw new DerError('another algorithm');
  return params as DerElement;
}

function read(element: DerElement | undefined, tags: number[]): DerElement[] {
  const children = element?.tag === TAG.sequence ? readChildren(element) : [];
  const isExpected = children.length === tags.length && tags.every((tag, index) => children[index]?.tag === tag);
  if (!isExpected) throw new DerError('another structure');
  return children;
}

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const PRFS: Record<string, EncryptedKey['prf']> = {
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
};
const CIPHERS: Record<string, { cipher: EncryptedKey['cipher']; keyBytes: number; blockBytes: number }> = {
  '1.2.840.113549.3.7': { cipher: '3DES', keyBytes: 24, blockBytes: 8 },
  '2.16.840.1.101.3.4.1.2': { cipher: 'AES', keyBytes: 16, blockBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { cipher: 'AES', keyBytes: 24, blockBytes: 16 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'AES', keyBytes: 32, blockBytes: 16 },
};
