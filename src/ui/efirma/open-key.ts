import { fail, ok, type Result } from '#domain/result.ts';
import { decryptCbc } from './decrypt-cbc.ts';
import { deriveKey, encodePassword } from './derive-key.ts';
import { costOf, type EncryptedKey, MAX_ITERATIONS } from './encrypted-key.ts';
import { listPistas, type Pista } from './password-hints.ts';
import { RSA_SHA256 } from './rsa-sha256.ts';

type OpenKeyError = 'CONTRASENA_INCORRECTA' | Pista;

/**
 * Opens an encrypted key with its password in UTF-8 bytes. The key that comes back can sign and cannot be read. Every
 * failure is of the password: one wrong password in 256 passes the padding and gives nonsense instead of a key. One that is
 * nearly right is told as such, and not used: its owner corrects it.
 */
export async function openKey(encrypted: EncryptedKey, password: Uint8Array): Promise<Result<CryptoKey, OpenKeyError>> {
  const key = await tryPassword(encrypted, password);
  return key ? ok(key) : fail((await findPista(encrypted, password)) ?? 'CONTRASENA_INCORRECTA');
}

/** Tries what may have been meant, within the rounds that a file may ask for at most. */
async function findPista(encrypted: EncryptedKey, password: Uint8Array): Promise<Pista | null> {
  const tries = Math.floor(MAX_ITERATIONS / costOf(encrypted.derivacion));
  for (const { pista, meant } of listPistas(DECODER.decode(password)).slice(0, tries)) {
    if (await tryPassword(encrypted, new TextEncoder().encode(meant))) return pista;
  }
  return null;
}

async function tryPassword(encrypted: EncryptedKey, password: Uint8Array): Promise<CryptoKey | null> {
  for (const candidate of encodePassword(password, encrypted.derivacion.kdf)) {
    const key = await tryBytes(encrypted, candidate);
    candidate.fill(0);
    if (key) return key;
  }
  return null;
}

async function tryBytes(encrypted: EncryptedKey, password: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> {
  const { key, iv } = await deriveKey(encrypted, password);
  const plain = decryptCbc({ ...encrypted, key, iv });
  key.fill(0);
  if (!plain) return null;
  const pkcs8 = encrypted.isPkcs1 ? wrapPkcs1(plain) : plain;
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, RSA_SHA256, false, ['sign']);
  } catch {
    return null;
  } finally {
    plain.fill(0);
    pkcs8.fill(0);
  }
}

/** RFC 5958, 2: version 0, rsaEncryption, and the PKCS #1 key in an OCTET STRING. */
function wrapPkcs1(pkcs1: Uint8Array): Uint8Array<ArrayBuffer> {
  const octets = withLength(0x04, pkcs1);
  const whole = withLength(0x30, Uint8Array.of(...VERSION_AND_RSA, ...octets));
  octets.fill(0);
  return whole;
}

/** Of 256 bytes or more, as every RSA key is: what is shorter is no key, and is refused when imported. */
function withLength(tag: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = content;
  return Uint8Array.of(tag, 0x82, length >> 8, length & 0xff, ...content);
}

const DECODER = new TextDecoder('utf-8', { ignoreBOM: true });
const VERSION_AND_RSA = [2, 1, 0, 0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 1, 1, 5, 0];
