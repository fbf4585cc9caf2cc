import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from './der.ts';
import { unwrapPem } from './unwrap-pem.ts';

export type TipoDeArchivo = 'CERTIFICADO' | 'LLAVE_CIFRADA' | 'LLAVE_SIN_CIFRAR' | 'PFX' | 'VACIO' | 'OTRO';

/**
 * What kind of thing a chosen file is, by its DER shape (also inside PEM) and never by its name: people swap the two
 * files, and some systems hide extensions. A certificate request (.req) is OTRO, and so is anything truncated.
 */
export function judgeFile(bytes: Uint8Array): TipoDeArchivo {
  if (bytes.length === 0) return 'VACIO';
  const der = unwrapPem(bytes);
  if (looksLikePfx(der)) return 'PFX';
  try {
    return judgeShape(readChildren(sequence(readDer(der))));
  } catch (error) {
    if (error instanceof DerError) return 'OTRO';
    throw error;
  }
}

function judgeShape(parts: DerElement[]): TipoDeArchivo {
  const shape = parts.map((part) => part.tag);
  if (sameShape(shape, [TAG.sequence, TAG.sequence, TAG.bitString]) && isTbsCertificate(parts[0])) return 'CERTIFICADO';
  if (sameShape(shape, [TAG.sequence, TAG.octetString]) && isPasswordBased(parts[0])) return 'LLAVE_CIFRADA';
  if (isPlainKey(shape)) return 'LLAVE_SIN_CIFRAR';
  return 'OTRO';
}

/** RFC 5280, 4.1: [version] serial, signature, issuer, validity, subject, key. A request has other fields. */
function isTbsCertificate(tbs: DerElement | undefined): boolean {
  const tags = tbs ? readChildren(tbs).map((field) => field.tag) : [];
  const fields = tags[0] === 0xa0 ? tags.slice(1) : tags;
  const { integer, sequence } = TAG;
  return sameShape(fields.slice(0, 6), [integer, sequence, sequence, sequence, sequence, sequence]);
}

/** RFC 5958 EncryptedPrivateKeyInfo under PKCS #5 or PKCS #12 encryption. */
function isPasswordBased(algorithm: DerElement | undefined): boolean {
  const [oid] = algorithm ? readChildren(algorithm) : [];
  if (oid?.tag !== TAG.oid) return false;
  return /^1\.2\.840\.113549\.1\.(5|12\.1)\./.test(readOid(oid));
}

/** PKCS #8 in the clear, PKCS #1 (nine integers) or SEC 1. */
function isPlainKey(shape: number[]): boolean {
  if (sameShape(shape.slice(0, 3), [TAG.integer, TAG.sequence, TAG.octetString])) return true;
  if (sameShape(shape.slice(0, 2), [TAG.integer, TAG.octetString])) return true;
  return shape.length >= 9 && shape.every((tag) => tag === TAG.integer);
}

/** PKCS #12 is often BER with indefinite lengths, which the strict reader refuses: look at its first bytes alone. */
function looksLikePfx(bytes: Uint8Array): boolean {
  if (bytes[0] !== TAG.sequence) return false;
  const length = bytes[1] ?? 0;
  const start = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return [TAG.integer, 1, 3, TAG.sequence].every((byte, index) => bytes[start + index] === byte);
}

function sequence(element: DerElement): DerElement {
  if (element.tag !== TAG.sequence) throw new DerError('not a SEQUENCE');
  return element;
}

function sameShape(actual: number[], expected: number[]): boolean {
  return actual.length === expected.length && expected.every((tag, index) => actual[index] === tag);
}
