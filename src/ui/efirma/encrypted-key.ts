import { fail, ok, type Result } from '#domain/result.ts';
import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from '#formats/der/der.ts';
import type { Pieza } from '#formats/der/read-piezas.ts';

type Resumen = 'MD5' | 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-512/224' | 'SHA-512/256';

/** How a password becomes a key: RFC 8018 (PBKDF2), RFC 7292 (appendix B, with SHA-1), OpenSSL's (traditional PEM). */
export type Derivacion =
  | { kdf: 'PBKDF2'; prf: Resumen; salt: Uint8Array; iterations: number }
  | { kdf: 'PKCS12'; salt: Uint8Array; iterations: number }
  | { kdf: 'PEM'; salt: Uint8Array; iterations: 1 };

/** A private key under a password, taken apart. */
export interface EncryptedKey {
  cipher: '3DES' | 'AES';
  keyBytes: number;
  /** Null where it is derived from the password too. */
  iv: Uint8Array | null;
  derivacion: Derivacion;
  /** Whether what is encrypted is PKCS #1 and not PKCS #8. */
  isPkcs1: boolean;
  data: Uint8Array;
}

type EncryptedKeyError = 'LLAVE_DANADA' | 'LLAVE_NO_ADMITIDA';

/** Above this a file is an attack on the person's device: the SAT uses 2,048, and openssl at its strictest far less. */
export const MAX_ITERATIONS = 1_000_000;

/** Rounds of WebCrypto that take as long as a derivation; in those whose hash is a library's, each counts for ten. */
export function costOf(derivacion: Derivacion): number {
  const isNative = derivacion.kdf === 'PBKDF2' && NATIVE_HASHES.includes(derivacion.prf);
  return derivacion.iterations * (isNative ? 1 : 10);
}

/**
 * Reads the parameters of an encrypted key: an EncryptedPrivateKeyInfo (RFC 5958) as the SAT's `.key` is, under PBES2 with
 * 3DES or AES in CBC mode or under PKCS #12's 3DES, or a traditional PEM. Single DES, RC2 and RC4 protect nothing, and scrypt
 * asks for memory without measure: LLAVE_NO_ADMITIDA.
 */
export function parseEncryptedKey({ der, cifrado }: Pieza): Result<EncryptedKey, EncryptedKeyError> {
  try {
    const key = cifrado ? readTraditional(der, cifrado) : readEncryptedKey(readDer(der));
    const { blockBytes } = CIPHERS[key.cipher];
    if (costOf(key.derivacion) > MAX_ITERATIONS) throw new NotAdmitted();
    if (key.data.length === 0 || key.data.length % blockBytes !== 0) throw new DerError('not whole blocks');
    return ok(key);
  } catch (error) {
    if (error instanceof NotAdmitted) return fail('LLAVE_NO_ADMITIDA');
    if (error instanceof DerError) return fail('LLAVE_DANADA');
    throw error;
  }
}

class NotAdmitted extends Error {}

function readTraditional(data: Uint8Array, { algoritmo, iv }: NonNullable<Pieza['cifrado']>): EncryptedKey {
  const scheme = known(PEM_CIPHERS, algoritmo);
  if (iv.length !== CIPHERS[scheme.cipher].blockBytes) throw new DerError('IV of another cipher');
  return { ...scheme, iv, data, isPkcs1: true, derivacion: { kdf: 'PEM', salt: iv.subarray(0, 8), iterations: 1 } };
}

function readEncryptedKey(file: DerElement): EncryptedKey {
  const [algorithm, encrypted] = read(file, [TAG.sequence, TAG.octetString]);
  const { oid, params } = readAlgorithm(algorithm);
  const data = (encrypted as DerElement).content;
  if (oid === PBES2) return { ...readPbes2(params), data, isPkcs1: false };
  const keyBytes = known(PKCS12_KEY_BYTES, oid);
  const [salt, iterations] = read(params, [TAG.octetString, TAG.integer]);
  const derivacion = { kdf: 'PKCS12', salt: (salt as DerElement).content, iterations: readCount(iterations) } as const;
  return { cipher: '3DES', keyBytes, iv: null, derivacion, data, isPkcs1: false };
}

function readPbes2(params: DerElement | undefined): Pick<EncryptedKey, 'cipher' | 'keyBytes' | 'iv' | 'derivacion'> {
  const [kdf, scheme] = read(params, [TAG.sequence, TAG.sequence]);
  const { oid, params: iv } = readAlgorithm(scheme);
  const { cipher, keyBytes } = known(PBES2_CIPHERS, oid);
  if (iv?.tag !== TAG.octetString || iv.content.length !== CIPHERS[cipher].blockBytes) throw new DerError('no IV');
  const derivation = readAlgorithm(kdf);
  if (derivation.oid !== PBKDF2) throw new NotAdmitted();
  return { cipher, keyBytes, iv: iv.content, derivacion: readPbkdf2(derivation.params, keyBytes) };
}

/** RFC 8018, A.2: salt, rounds, [length of the key], [pseudo-random function], which is HMAC-SHA-1 when not named. */
function readPbkdf2(params: DerElement | undefined, keyBytes: number): Derivacion {
  const [salt, iterations, ...rest] = params?.tag === TAG.sequence ? readChildren(params) : [];
  if (salt?.tag !== TAG.octetString || salt.content.length === 0) throw new DerError('no salt');
  const keyLength = rest[0]?.tag === TAG.integer ? rest.shift() : undefined;
  if (keyLength && readCount(keyLength) !== keyBytes) throw new DerError('key length of another cipher');
  const prf = rest.shift();
  if (rest.length > 0) throw new DerError('unknown PBKDF2 field');
  return { kdf: 'PBKDF2', prf: prf ? readPrf(prf) : 'SHA-1', salt: salt.content, iterations: readCount(iterations) };
}

function readPrf(element: DerElement): Resumen {
  const { oid, params } = readAlgorithm(element);
  if (params && params.tag !== TAG.null) throw new DerError('parameters of a PRF');
  return known(PRFS, oid);
}

function readCount(element: DerElement | undefined): number {
  if (element?.tag !== TAG.integer || element.content.length === 0) throw new DerError('not a count');
  const count = element.content.reduce((value, byte) => value * 256 + byte, 0);
  if (count < 1 || (element.content[0] as number) > 0x7f) throw new DerError('count out of range');
  return count;
}

function readAlgorithm(element: DerElement | undefined): { oid: string; params: DerElement | undefined } {
  const [oid, params, ...rest] = element?.tag === TAG.sequence ? readChildren(element) : [];
  if (!oid || rest.length > 0) throw new DerError('not an algorithm');
  return { oid: readOid(oid), params };
}

function read(element: DerElement | undefined, tags: number[]): DerElement[] {
  const children = element?.tag === TAG.sequence ? readChildren(element) : [];
  const isExpected = children.length === tags.length && tags.every((tag, index) => children[index]?.tag === tag);
  if (!isExpected) throw new DerError('another structure');
  return children;
}

function known<Value>(table: Record<string, Value>, name: string): Value {
  if (!Object.hasOwn(table, name)) throw new NotAdmitted();
  return table[name] as Value;
}

type Scheme = Pick<EncryptedKey, 'cipher' | 'keyBytes'>;

const CIPHERS = { '3DES': { blockBytes: 8 }, AES: { blockBytes: 16 } };
const NATIVE_HASHES: Resumen[] = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];
const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const PRFS: Record<string, Resumen> = {
  '1.2.840.113549.2.6': 'MD5',
  '1.2.840.113549.2.7': 'SHA-1',
  '1.2.840.113549.2.8': 'SHA-224',
  '1.2.840.113549.2.9': 'SHA-256',
  '1.2.840.113549.2.10': 'SHA-384',
  '1.2.840.113549.2.11': 'SHA-512',
  '1.2.840.113549.2.12': 'SHA-512/224',
  '1.2.840.113549.2.13': 'SHA-512/256',
};
const PBES2_CIPHERS: Record<string, Scheme> = {
  '1.2.840.113549.3.7': { cipher: '3DES', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.2': { cipher: 'AES', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { cipher: 'AES', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'AES', keyBytes: 32 },
};
const PEM_CIPHERS: Record<string, Scheme> = {
  'DES-EDE3-CBC': { cipher: '3DES', keyBytes: 24 },
  'AES-128-CBC': { cipher: 'AES', keyBytes: 16 },
  'AES-192-CBC': { cipher: 'AES', keyBytes: 24 },
  'AES-256-CBC': { cipher: 'AES', keyBytes: 32 },
};
/** pbeWithSHAAnd3-KeyTripleDES-CBC and its two-key sister. */
const PKCS12_KEY_BYTES: Record<string, number> = { '1.2.840.113549.1.12.1.3': 24, '1.2.840.113549.1.12.1.4': 16 };
