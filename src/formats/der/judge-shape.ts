import { type DerElement, readChildren, readOid, TAG } from './der.ts';

type FormaDeDer = 'CERTIFICADO' | 'LLAVE_CIFRADA' | 'LLAVE_SIN_CIFRAR' | 'SOLICITUD' | 'PKCS7' | 'OTRO';

/** By the tags of what it holds, never by a name. Throws DerError where it is not DER inside. */
export function judgeShape(element: DerElement): FormaDeDer {
  const parts = readChildren(element);
  const shape = parts.map((part) => part.tag);
  if (sameShape(shape, [TAG.sequence, TAG.sequence, TAG.bitString])) return judgeSigned(parts[0] as DerElement);
  if (sameShape(shape, [TAG.sequence, TAG.octetString]) && isAlgorithm(parts[0])) return 'LLAVE_CIFRADA';
  if (sameShape(shape, [TAG.oid, TAG.context0]) && readOid(parts[0] as DerElement).startsWith(PKCS7)) return 'PKCS7';
  return isPlainKey(shape) ? 'LLAVE_SIN_CIFRAR' : 'OTRO';
}

/** The SAT has never issued them. Throws DerError. */
export function isVersion1(certificado: DerElement): boolean {
  const [signed] = readChildren(certificado) as [DerElement];
  return readChildren(signed)[0]?.tag !== TAG.context0;
}

/** Null for one that holds something signed or enveloped (RFC 5652, 5.2), as `.ren` and `.sdg`. Throws DerError. */
export function readCarriedCertificados(pkcs7: DerElement): DerElement[] | null {
  const [type, tagged] = readChildren(pkcs7) as [DerElement, DerElement];
  if (readOid(type) !== `${PKCS7}2`) return null;
  const fields = readChildren(readChildren(tagged)[0] ?? tagged);
  const inner = fields[2]?.tag === TAG.sequence ? readChildren(fields[2])[1] : undefined;
  if (inner && readChildren(inner).some(({ content }) => content.length > 0)) return null;
  const certificados = fields.find(({ tag }) => tag === TAG.context0);
  return certificados ? readChildren(certificados).filter(({ tag }) => tag === TAG.sequence) : [];
}

/** RFC 5280, 4.1: [version] serial, signature, issuer, validity, subject, key; RFC 2986, 4: version, subject, key. */
function judgeSigned(signed: DerElement): FormaDeDer {
  const tags = readChildren(signed).map((field) => field.tag);
  const fields = tags[0] === TAG.context0 ? tags.slice(1) : tags;
  const { integer, sequence } = TAG;
  if (sameShape(fields.slice(0, 6), [integer, sequence, sequence, sequence, sequence, sequence])) return 'CERTIFICADO';
  return sameShape(tags, [integer, sequence, sequence, TAG.context0]) ? 'SOLICITUD' : 'OTRO';
}

function isAlgorithm(algorithm: DerElement | undefined): boolean {
  return algorithm !== undefined && readChildren(algorithm)[0]?.tag === TAG.oid;
}

/** PKCS #8 in the clear, PKCS #1 (nine integers) or SEC 1. */
function isPlainKey(shape: number[]): boolean {
  if (sameShape(shape.slice(0, 3), [TAG.integer, TAG.sequence, TAG.octetString])) return true;
  if (sameShape(shape.slice(0, 2), [TAG.integer, TAG.octetString])) return true;
  return shape.length >= 9 && shape.every((tag) => tag === TAG.integer);
}

function sameShape(actual: number[], expected: number[]): boolean {
  return actual.length === expected.length && expected.every((tag, index) => actual[index] === tag);
}

const PKCS7 = '1.2.840.113549.1.7.';
