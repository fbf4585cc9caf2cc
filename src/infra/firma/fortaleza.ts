import type { KeyObject } from 'node:crypto';

const RSA_BITS = { min: 2048, max: 8192 };
/** NIST SP 800-56B, 6.2.1: with an exponent of 1 whoever has no key signs; beyond 256 bits it only costs time. */
const RSA_EXPONENT = { min: 65_537n, max: 1n << 256n };
const CURVES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);
/** MD2, MD5 and SHA-1 with RSA, SHA-1 with ECDSA. */
const WEAK_SIGNATURES = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10045.4.1',
]);

/** Whether what a key signs can be believed, whoever it belongs to: a person, an authority, or a service that answers. */
export function isStrongKey({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject): boolean {
  const { modulusLength = 0, publicExponent = 0n, namedCurve = '' } = asymmetricKeyDetails;
  if (asymmetricKeyType === 'ec') return CURVES.has(namedCurve);
  if (asymmetricKeyType !== 'rsa' || modulusLength < RSA_BITS.min || modulusLength > RSA_BITS.max) return false;
  return publicExponent >= RSA_EXPONENT.min && publicExponent < RSA_EXPONENT.max && publicExponent % 2n === 1n;
}

/** Whether a certificate's own signature algorithm (OID) is one under which others can be forged. */
export function isWeakSignature(algorithm: string): boolean {
  return WEAK_SIGNATURES.has(algorithm);
}
