import { context, integer, nothing, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';
import { type CertId, SHA1_OID } from './cert-id.ts';

/** An OCSPRequest (RFC 6960, 4.1) for one certificate with a nonce (RFC 8954), unsigned, in DER. */
export function buildOcspRequest(certId: CertId, nonce: Uint8Array): Uint8Array {
  const { issuerNameHash, issuerKeyHash, serialNumber } = certId;
  const sha1 = sequence(oid(SHA1_OID), nothing());
  const request = sequence(sequence(sha1, octets(issuerNameHash), octets(issuerKeyHash), integer(serialNumber)));
  const extensions = sequence(sequence(oid(NONCE), octets(encodeNonce(nonce))));
  return toDer(sequence(sequence(sequence(request), context(2, extensions))));
}

/** The nonce extension (RFC 8954). */
export const NONCE = '1.3.6.1.5.5.7.48.1.2';

/** The value of the nonce extension: what a service echoes, byte for byte. */
export function encodeNonce(nonce: Uint8Array): Uint8Array {
  return toDer(octets(nonce));
}
