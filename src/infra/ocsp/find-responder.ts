import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { readDer, TAG } from '#formats/der/der.ts';
import { expectTag } from '#formats/der/der-value.ts';
import { readX509, sameBytes, type X509 } from '#formats/der/x509.ts';
import { readExtendedKeyUsage } from '#formats/der/x509-uso.ts';
import { isStrongKey, isWeakSignature } from '#infra/firma/fortaleza.ts';
import { sha1 } from './cert-id.ts';
import type { OcspAnswer } from './read-ocsp-answer.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const BY_NAME = 0xa1;
const BY_KEY = 0xa2;
const MAX_CERTIFICADOS = 4;

/**
 * The SAT's service signs its answers with SHA-1, under a delegate of its own and with our nonce inside; certificates and
 * documents are never accepted under it.
 */
const HASHES = new Map([
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
]);

/**
 * Finds who signed an answer among the authority itself and the delegates that came along: only those that the authority
 * issued for signing OCSP (RFC 6960, 4.2.2.2), with keys that can be believed. Any other e.firma of the same authority is nobody here.
 * Null when there is none. Throws DerError on a malformed certificate.
 */
export function findResponder(answer: OcspAnswer, emisor: Uint8Array): X509 | null {
  const authority = new X509Certificate(emisor);
  if (isSigner(answer, readX509(emisor), authority.publicKey)) return readX509(emisor);
  for (const der of answer.certificados.slice(0, MAX_CERTIFICADOS)) {
    const delegate = readX509(der);
    const certificado = new X509Certificate(der);
    if (!isDelegate(delegate, certificado, authority)) continue;
    if (isSigner(answer, delegate, certificado.publicKey)) return delegate;
  }
  return null;
}

function isDelegate(delegate: X509, certificado: X509Certificate, authority: X509Certificate): boolean {
  if (!readExtendedKeyUsage(delegate).includes(OCSP_SIGNING) || isWeakSignature(delegate.signatureAlgorithm))
    return false;
  return certificado.checkIssued(authority) && certificado.verify(authority.publicKey);
}

function isSigner(answer: OcspAnswer, candidate: X509, publicKey: KeyObject): boolean {
  const hash = HASHES.get(answer.signatureAlgorithm);
  if (!hash || (hash === 'sha1' && !answer.nonce) || !isNamed(answer, candidate)) return false;
  if (publicKey.asymmetricKeyType !== 'rsa' || !isStrongKey(publicKey)) return false;
  return verify(hash, answer.tbs, { key: publicKey, padding: constants.RSA_PKCS1_PADDING }, answer.signature);
}

function isNamed({ responderId }: OcspAnswer, candidate: X509): boolean {
  if (responderId.tag === BY_NAME) return sameBytes(responderId.content, candidate.subject.raw);
  if (responderId.tag !== BY_KEY) return false;
  return sameBytes(expectTag(readDer(responderId.content), TAG.octetString).content, sha1(candidate.publicKeyBits));
}
