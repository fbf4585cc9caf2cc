import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from './der.ts';
import { expectTag, readOctetBits, readTime, readTrue, readUnsigned } from './der-value.ts';

/** RFC 5280, 4.1, as views over its bytes. Nothing is verified. */
export type X509 = ReturnType<typeof readX509>;

/** Far above what authorities write (RFC 5280, 4.1.2.2 for the serial number): more is refused before work is done on it. */
const MAX = { bytes: 16_384, nombre: 2_048, partesDeNombre: 32, serieOctetos: 20, extensiones: 32 };
const VERSION_3 = 2;
const CONTEXT_3 = 0xa3;

/** Version 3 only, within the limits of MAX. Throws DerError. */
export function readX509(der: Uint8Array) {
  if (der.length > MAX.bytes) throw new DerError('too large');
  const [tbs, algorithm, signature, ...rest] = readChildren(expectTag(readDer(der), TAG.sequence));
  if (!tbs || !algorithm || !signature || rest.length > 0) throw new DerError('not a certificate');
  const [version, serial, inner, issuer, validity, subject, spki, ...optional] = readChildren(tbs);
  if (readVersion(version) !== VERSION_3) throw new DerError('not version 3');
  if (!inner || !sameBytes(inner.raw, algorithm.raw)) throw new DerError('two signature algorithms');
  const [notBefore, notAfter] = readChildren(expectTag(validity, TAG.sequence));
  return {
    /** What the signature is of. */
    tbs: tbs.raw,
    signature: readOctetBits(signature),
    serialNumber: readSerie(serial),
    signatureAlgorithm: readAlgorithm(algorithm),
    issuer: readNombre(issuer),
    subject: readNombre(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    ...readPublicKey(expectTag(spki, TAG.sequence)),
    extensions: readExtensions(optional.find((field) => field.tag === CONTEXT_3)),
  };
}

/** Throws DerError. */
export function readAlgorithm(algorithm: DerElement): string {
  const [oid] = readChildren(expectTag(algorithm, TAG.sequence));
  return readOid(expectTag(oid, TAG.oid));
}

/** Throws DerError when one comes twice (RFC 5280, 4.2). */
export function readExtensions(tagged: DerElement | undefined) {
  const extensions = new Map<string, { critical: boolean; value: DerElement }>();
  if (!tagged) return extensions;
  const all = readChildren(readDer(tagged.content));
  if (all.length > MAX.extensiones) throw new DerError('too many extensions');
  for (const extension of all) {
    const fields = readChildren(expectTag(extension, TAG.sequence));
    const oid = readOid(expectTag(fields[0], TAG.oid));
    if (extensions.has(oid)) throw new DerError('repeated extension');
    const critical = fields.length === 3 && readTrue(fields[1] as DerElement);
    extensions.set(oid, { critical, value: expectTag(fields[critical ? 2 : 1], TAG.octetString) });
  }
  return extensions;
}

export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

function readSerie(serial: DerElement | undefined): Uint8Array {
  const octets = readUnsigned(expectTag(serial, TAG.integer));
  if (octets.length > MAX.serieOctetos) throw new DerError('serial number too long');
  return octets;
}

function readNombre(element: DerElement | undefined): DerElement {
  const nombre = expectTag(element, TAG.sequence);
  const isTooMuch = nombre.content.length > MAX.nombre || readChildren(nombre).length > MAX.partesDeNombre;
  if (isTooMuch) throw new DerError('name too long');
  return nombre;
}

function readVersion(tagged: DerElement | undefined): number | undefined {
  const version = expectTag(readDer(expectTag(tagged, TAG.context0).content), TAG.integer);
  return version.content.length === 1 ? version.content[0] : undefined;
}

function readPublicKey(spki: DerElement) {
  const [algorithm, bits] = readChildren(spki);
  return {
    /** What WebCrypto and node:crypto import as `spki`. */
    spki: spki.raw,
    publicKeyAlgorithm: readAlgorithm(expectTag(algorithm, TAG.sequence)),
    /** What OCSP's issuerKeyHash is taken from. */
    publicKeyBits: readOctetBits(expectTag(bits, TAG.bitString)),
  };
}
