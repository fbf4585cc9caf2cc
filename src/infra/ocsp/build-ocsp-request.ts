import { TAG } from '#formats/der/der.ts';
import type { CertId } from './cert-id.ts';

/** An OCSPRequest (RFC 6960, 4.1) for one certificate with a nonce (RFC 8954), unsigned, in DER. */
export function buildOcspRequest(certId: CertId, nonce: Uint8Array): Uint8Array {
  const algorithm = encode(TAG.sequence, SHA1, encode(TAG.null));
  const name = encode(TAG.octetString, certId.issuerNameHash);
  const key = encode(TAG.octetString, certId.issuerKeyHash);
  const request = encode(TAG.sequence, encode(TAG.sequence, algorithm, name, key, encodeUnsigned(certId.serialNumber)));
  const wrapped = encode(TAG.octetString, encodeNonce(nonce));
  const extensions = encode(TAG.sequence, encode(TAG.sequence, NONCE, wrapped));
  return encode(TAG.sequence, encode(TAG.sequence, encode(TAG.sequence, request), encode(CONTEXT_2, extensions)));
}

/** The value of the nonce extension: what a service echoes, byte for byte. */
export function encodeNonce(nonce: Uint8Array): Uint8Array {
  return encode(TAG.octetString, nonce);
}

const CONTEXT_2 = 0xa2;
const SHA1 = Uint8Array.of(TAG.oid, 5, 0x2b, 0x0e, 0x03, 0x02, 0x1a);
const NONCE = Uint8Array.of(TAG.oid, 9, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x01, 0x02);

function encodeUnsigned(octets: Uint8Array): Uint8Array {
  const isNegative = ((octets[0] ?? 0) & 0x80) !== 0;
  return encode(TAG.integer, isNegative ? Buffer.concat([Uint8Array.of(0), octets]) : octets);
}

function encode(tag: number, ...contents: Uint8Array[]): Uint8Array {
  const content = Buffer.concat(contents);
  const length = content.length < 0x80 ? [content.length] : encodeLongLength(content.length);
  return Buffer.concat([Uint8Array.of(tag, ...length), content]);
}

/** Requests stay far under 64 kB: two octets at most. */
function encodeLongLength(length: number): number[] {
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
}
