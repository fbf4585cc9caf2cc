import { integer, isTrue, nothing, octets, oid, sequence, toDer } from '#infra/asn1/asn1.ts';
import { OID } from '#infra/firma/oid.ts';

const VERSION_1 = Uint8Array.of(1);

/** A TimeStampReq (RFC 3161, 2.4.1) for a SHA-256, in DER: with our nonce, and asking for the certificates. */
export function buildTsaRequest(sha256: Uint8Array, nonce: Uint8Array): Uint8Array {
  const imprint = sequence(sequence(oid(OID.sha256), nothing()), octets(sha256));
  return toDer(sequence(integer(VERSION_1), imprint, integer(nonce), isTrue()));
}
