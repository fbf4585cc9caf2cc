import { createHash } from 'node:crypto';
import { type DerElement, readChildren, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned } from '#formats/der/der-value.ts';
import { readAlgorithm, readX509, sameBytes } from '#formats/der/x509.ts';

/** How OCSP names a certificate (RFC 6960, 4.1.1). The hash is SHA-1, as the SAT's service wants: a name, not a proof. */
export interface CertId {
  issuerNameHash: Uint8Array;
  issuerKeyHash: Uint8Array;
  serialNumber: Uint8Array;
}

export const SHA1_OID = '1.3.14.3.2.26';

/** Names `certificado` under its issuer `emisor`, both DER. Throws DerError. */
export function buildCertId(certificado: Uint8Array, emisor: Uint8Array): CertId {
  const issuer = readX509(emisor);
  return {
    issuerNameHash: sha1(issuer.subject.raw),
    issuerKeyHash: sha1(issuer.publicKeyBits),
    serialNumber: readX509(certificado).serialNumber,
  };
}

/** Whether an answer's CertID names that certificate; one under another hash does not. Throws DerError. */
export function isCertId(element: DerElement | undefined, expected: CertId): boolean {
  const [algorithm, name, key, serial] = readChildren(expectTag(element, TAG.sequence));
  return (
    readAlgorithm(expectTag(algorithm, TAG.sequence)) === SHA1_OID &&
    sameBytes(expectTag(name, TAG.octetString).content, expected.issuerNameHash) &&
    sameBytes(expectTag(key, TAG.octetString).content, expected.issuerKeyHash) &&
    sameBytes(readUnsigned(expectTag(serial, TAG.integer)), expected.serialNumber)
  );
}

export function sha1(bytes: Uint8Array): Uint8Array {
  return createHash('sha1').update(bytes).digest();
}
