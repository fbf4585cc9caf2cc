import { createHash } from 'node:crypto';
import { type DerElement, readChildren, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned } from '#formats/der/der-value.ts';
import { readAlgorithm, readX509, sameBytes } from '#formats/der/x509.ts';
import { context, integer, nothing, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';

/** How OCSP names a certificate (RFC 6960, 4.1.1). The hash is SHA-1, as the SAT's service wants: a name, not a proof. */
export type CertId = ReturnType<typeof buildCertId>;

const SHA1_OID = '1.3.14.3.2.26';

/** Names `certificado` under its issuer `emisor`, both DER. Throws DerError. */
export function buildCertId(certificado: Uint8Array, emisor: Uint8Array) {
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

/** An OCSPRequest (RFC 6960, 4.1) for one certificate with a nonce (RFC 8954), unsigned, in DER. */
export function buildOcspRequest(certId: CertId, nonce: Uint8Array): Uint8Array {
  const { issuerNameHash, issuerKeyHash, serialNumber } = certId;
  const sha1 = sequence(oid(SHA1_OID), nothing());
  const request = sequence(sequence(sha1, octets(issuerNameHash), octets(issuerKeyHash), integer(serialNumber)));
  const extensions = sequence(sequence(oid(NONCE), octets(encodeNonce(nonce))));
  return toDer(sequence(sequence(sequence(request), context(2, extensions))));
}

export const NONCE = '1.3.6.1.5.5.7.48.1.2';

/** The value of the nonce extension: what a service echoes, byte for byte. */
export function encodeNonce(nonce: Uint8Array): Uint8Array {
  return toDer(octets(nonce));
}
