import { md5, sha1 } from '@noble/hashes/legacy';
import { pbkdf2 } from '@noble/hashes/pbkdf2';
import { sha224, sha512_224, sha512_256 } from '@noble/hashes/sha2';
import type { Derivacion, EncryptedKey } from './encrypted-key.ts';

/** WebCrypto does what it knows; the hashes that it lacks are a library's. The caller overwrites the key. */
export async function deriveKey(
  { derivacion, keyBytes, iv }: EncryptedKey,
  password: Uint8Array<ArrayBuffer>,
): Promise<{ key: Uint8Array; iv: Uint8Array }> {
  const key = await deriveBytes(derivacion, password, keyBytes);
  return { key, iv: iv ?? derivePkcs12(derivacion, password, INITIAL_VECTOR, 8) };
}

async function deriveBytes(derivacion: Derivacion, password: Uint8Array<ArrayBuffer>, length: number) {
  switch (derivacion.kdf) {
    case 'PBKDF2':
      return derivePbkdf2(derivacion, password, length);
    case 'PKCS12':
      return derivePkcs12(derivacion, password, KEY, length);
    case 'PEM':
      return derivePem(derivacion, password, length);
  }
}

async function derivePbkdf2(
  { prf, salt, iterations }: Extract<Derivacion, { kdf: 'PBKDF2' }>,
  password: Uint8Array<ArrayBuffer>,
  length: number,
): Promise<Uint8Array> {
  const hash = OTHER_HASHES[prf];
  if (hash) return pbkdf2(hash, password, salt, { c: iterations, dkLen: length });
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const params = { name: 'PBKDF2', hash: prf, salt: Uint8Array.from(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(params, base, length * 8));
}

/** RFC 7292, B.2, with SHA-1. `purpose`: 1 for a key, 2 for an initial vector. */
function derivePkcs12({ salt, iterations }: Derivacion, password: Uint8Array, purpose: number, length: number) {
  const input = Uint8Array.from([...fillBlocks(salt), ...fillBlocks(password)]);
  const derived = new Uint8Array(length);
  for (let done = 0; done < length; done += 20) {
    let digest = sha1(Uint8Array.from([...new Uint8Array(BLOCK).fill(purpose), ...input]));
    for (let round = 1; round < iterations; round++) digest = sha1(digest);
    derived.set(digest.subarray(0, length - done), done);
    for (let start = 0; start < input.length; start += BLOCK) addPlusOne(input.subarray(start, start + BLOCK), digest);
  }
  input.fill(0);
  return derived;
}

/** Repeated up to whole blocks; nothing stays nothing. */
function fillBlocks(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil(bytes.length / BLOCK) * BLOCK;
  return Uint8Array.from({ length }, (_, index) => bytes[index % bytes.length] as number);
}

/** Adds the repeated digest and one to a block, as a number of 512 bits. */
function addPlusOne(block: Uint8Array, digest: Uint8Array): void {
  let carry = 1;
  for (let index = BLOCK - 1; index >= 0; index--) {
    carry += (block[index] as number) + (digest[index % digest.length] as number);
    block[index] = carry;
    carry >>= 8;
  }
}

/** OpenSSL's EVP_BytesToKey with MD5 and one round, the only one of a traditional PEM. */
function derivePem({ salt }: Derivacion, password: Uint8Array, length: number): Uint8Array {
  const derived = new Uint8Array(length);
  let digest: Uint8Array = new Uint8Array();
  for (let done = 0; done < length; done += 16) {
    digest = md5(Uint8Array.from([...digest, ...password, ...salt]));
    derived.set(digest.subarray(0, length - done), done);
  }
  return derived;
}

const OTHER_HASHES: Partial<Record<string, typeof sha224 | typeof sha512_256 | typeof md5>> = {
  MD5: md5,
  'SHA-224': sha224,
  'SHA-512/224': sha512_224,
  'SHA-512/256': sha512_256,
};
const BLOCK = 64;
const KEY = 1;
const INITIAL_VECTOR = 2;

/**
 * A password's bytes in each way in which the programs that write such a file have written it, from its bytes in UTF-8:
 * as typed, and in Latin-1 (older programs of the SAT's); for PKCS #12, as UTF-16 with a zero at the end (RFC 7292, B.1),
 * or as OpenSSL before 1.1 did: each byte made two. The caller overwrites them.
 */
export function encodePassword(utf8: Uint8Array, kdf: Derivacion['kdf']): Uint8Array<ArrayBuffer>[] {
  const latin1 = toLatin1(utf8);
  if (kdf === 'PKCS12') {
    const wide = [toUtf16(utf8), ...(latin1 ? [widen(utf8)] : [])];
    latin1?.fill(0);
    return wide;
  }
  return latin1 ? [Uint8Array.from(utf8), latin1] : [Uint8Array.from(utf8)];
}

/** Works on bytes, since a string could not be overwritten. Null when it would be the same or cannot be written. */
function toLatin1(utf8: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const latin1 = new Uint8Array(utf8.length);
  let length = 0;
  for (let index = 0; index < utf8.length; index++) {
    const byte = utf8[index] as number;
    if (byte > 0xc3) return discard(latin1);
    latin1[length++] = byte < 0x80 ? byte : ((byte & 0x03) << 6) | ((utf8[++index] ?? 0) & 0x3f);
  }
  return length === utf8.length ? discard(latin1) : latin1.subarray(0, length);
}

/** Big-endian UTF-16 and two zeros. */
function toUtf16(utf8: Uint8Array): Uint8Array<ArrayBuffer> {
  const units = [...new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8), '\0'].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
}

function widen(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(2 * bytes.length + 2);
  for (const [index, byte] of bytes.entries()) wide[2 * index + 1] = byte;
  return wide;
}

function discard(bytes: Uint8Array): null {
  bytes.fill(0);
  return null;
}
