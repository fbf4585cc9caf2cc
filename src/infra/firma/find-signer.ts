import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { OID } from '#formats/cms/oid.ts';
import type { FirmanteDeCms, SignedData } from '#formats/cms/read-signed-data.ts';
import { type DerElement, nullIfMalformed, readChildren, readOid, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned, readWrapped } from '#formats/der/der-value.ts';
import { readAlgorithm, readX509, sameBytes } from '#formats/der/x509.ts';
import { isStrongKey } from './fortaleza.ts';

const HASHES = new Map<string, Hash>([
  [OID.sha256, 'sha256'],
  [OID.sha384, 'sha384'],
  [OID.sha512, 'sha512'],
]);

type Hash = 'sha256' | 'sha384' | 'sha512';

const SIGNATURES = new Map<string, { llave: 'rsa' | 'ec'; hash: Hash | null }>([
  [OID.rsaEncryption, { llave: 'rsa', hash: null }],
  ['1.2.840.113549.1.1.11', { llave: 'rsa', hash: 'sha256' }],
  ['1.2.840.113549.1.1.12', { llave: 'rsa', hash: 'sha384' }],
  ['1.2.840.113549.1.1.13', { llave: 'rsa', hash: 'sha512' }],
  ['1.2.840.10045.4.3.2', { llave: 'ec', hash: 'sha256' }],
  ['1.2.840.10045.4.3.3', { llave: 'ec', hash: 'sha384' }],
  ['1.2.840.10045.4.3.4', { llave: 'ec', hash: 'sha512' }],
]);

const BY_KEY = 0x80;
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14';

/**
 * The certificate, of those that came along, whose key signed these attributes, which name the content's kind and hash
 * and that certificate. Null when there is none. Whether it may be believed is for the caller. Throws DerError.
 */
export function findSigner(cms: SignedData, digestOf: (hash: Hash) => Uint8Array): Uint8Array | null {
  const { firmante, certificados, contentType } = cms;
  const hash = HASHES.get(firmante.digestAlgorithm);
  if (!hash || !hasContent(firmante, contentType, digestOf(hash))) return null;
  const certificado = certificados.find((candidate) => nullIfMalformed(() => isNamed(firmante.sid, candidate)));
  if (!certificado || !isBound(firmante, certificado)) return null;
  const publicKey = readPublicKey(certificado);
  return publicKey && isSignedBy(firmante, hash, publicKey) ? certificado : null;
}

function readPublicKey(certificado: Uint8Array): KeyObject | null {
  try {
    return new X509Certificate(certificado).publicKey;
  } catch {
    return null;
  }
}

function hasContent({ atributos }: FirmanteDeCms, contentType: string, digest: Uint8Array): boolean {
  const type = readOid(expectTag(atributos.get(OID.contentType), TAG.oid));
  const stated = expectTag(atributos.get(OID.messageDigest), TAG.octetString).content;
  return type === contentType && sameBytes(stated, digest);
}

function isNamed(sid: DerElement, certificado: Uint8Array): boolean {
  const { issuer, serialNumber, extensions } = readX509(certificado);
  if (sid.tag === BY_KEY) {
    const extension = extensions.get(SUBJECT_KEY_IDENTIFIER);
    return extension !== undefined && sameBytes(readWrapped(extension.value).content, sid.content);
  }
  const [name, serial] = readChildren(expectTag(sid, TAG.sequence));
  return (
    sameBytes(expectTag(name, TAG.sequence).raw, issuer.raw) &&
    sameBytes(readUnsigned(expectTag(serial, TAG.integer)), serialNumber)
  );
}

/** By its hash under the signature (RFC 5035); the older form names SHA-1 and nothing else (RFC 2634, 5.4). */
function isBound({ atributos }: FirmanteDeCms, certificado: Uint8Array): boolean {
  const v2 = atributos.get(OID.signingCertificateV2);
  const v1 = atributos.get(OID.signingCertificate);
  const [list] = readChildren(expectTag(v2 ?? v1, TAG.sequence));
  const [first] = readChildren(expectTag(list, TAG.sequence));
  const fields = readChildren(expectTag(first, TAG.sequence));
  const algorithm = v2 && fields[0]?.tag === TAG.sequence ? readAlgorithm(fields.shift() as DerElement) : OID.sha256;
  const hash = v2 ? HASHES.get(algorithm) : 'sha1';
  if (!hash) return false;
  return sameBytes(expectTag(fields[0], TAG.octetString).content, createHash(hash).update(certificado).digest());
}

function isSignedBy({ signatureAlgorithm, firmados, firma }: FirmanteDeCms, hash: Hash, publicKey: KeyObject): boolean {
  const named = SIGNATURES.get(signatureAlgorithm)?.hash ?? hash;
  return named === hash && isSignedUnder(signatureAlgorithm, publicKey, firmados, firma, hash);
}

/** By a key that can be believed and under an algorithm (OID) that is its own; with `hash` for one that names none. */
export function isSignedUnder(
  algorithm: string,
  publicKey: KeyObject,
  bytes: Uint8Array,
  firma: Uint8Array,
  hash?: Hash,
): boolean {
  const { llave, hash: named } = SIGNATURES.get(algorithm) ?? {};
  const used = named ?? hash;
  if (!used || llave !== publicKey.asymmetricKeyType) return false;
  return isStrongKey(publicKey) && verify(used, bytes, publicKey, firma);
}
