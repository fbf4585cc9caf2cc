import { unwrapPem } from '#domain/efirma/unwrap-pem.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { decryptCbc } from './decrypt-cbc.ts';
import { type EncryptedKey, parseEncryptedKey } from './encrypted-key.ts';
import { RSA_SHA256 } from './rsa-sha256.ts';

export type OpenKeyError = 'LLAVE_ILEGIBLE' | 'CONTRASENA_INCORRECTA';

/**
 * Opens the `.key` of an e.firma (DER or PEM) with its password in UTF-8 bytes. The key that comes back can sign and
 * cannot be read. Once the parameters of the file were understood every failure is CONTRASENA_INCORRECTA: one wrong
 * password in 256 passes the padding and gives nonsense instead of a key.
 */
export async function openKey(file: Uint8Array, password: Uint8Array): Promise<Result<CryptoKey, OpenKeyError>> {
  const encrypted = parseEncryptedKey(unwrapPem(file));
  if (!encrypted) return fail('LLAVE_ILEGIBLE');
  for (const candidate of encodingsOf(password)) {
    const key = await tryPassword(encrypted, candidate);
    candidate.fill(0);
    if (key) return ok(key);
  }
  return fail('CONTRASENA_INCORRECTA');
}

async function tryPassword(encrypted: EncryptedKey, password: Uint8Array<ArrayBuffer>): Promise<CryptoKey | null> {
  const key = await deriveKey(encrypted, password);
  const pkcs8 = decryptCbc({ ...encrypted, key });
  key.fill(0);
  if (!pkcs8) return null;
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, RSA_SHA256, false, ['sign']);
  } catch {
    return null;
  } finally {
    pkcs8.fill(0);
  }
}

async function deriveKey(encrypted: EncryptedKey, password: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { prf: hash, iterations, keyBytes } = encrypted;
  const salt = Uint8Array.from(encrypted.salt);
  const base = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations }, base, keyBytes * 8));
}

/** The password's bytes as typed, and in Latin-1 (as older programs of the SAT wrote it) where that differs. */
function encodingsOf(utf8: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const latin1 = toLatin1(utf8);
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

function discard(bytes: Uint8Array): null {
  bytes.fill(0);
  return null;
}
