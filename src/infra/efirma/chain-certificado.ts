import { constants, createPublicKey, type KeyObject, verify, X509Certificate } from 'node:crypto';
import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import { type CertificadoLeido, describeX509, readCertificado } from '#domain/efirma/read-certificado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { DerError } from '#formats/der/der.ts';
import { readX509, sameBytes, type X509 } from '#formats/der/x509.ts';
import { type Autoridad, isIssuedBy, type TrustStore } from './load-trust-store.ts';

export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
export const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';

/** A certificate with its chain proved: true at any time, so that it can be kept. */
export interface Encadenado {
  autoridad: Autoridad;
  leido: CertificadoLeido;
  publicKey: KeyObject;
}

/** Finds the authority that signed a certificate, and reads what it says. Never throws. */
export function chainCertificado(der: Uint8Array, trustStore: TrustStore): Result<Encadenado, EfirmaError> {
  try {
    const usual = chainUsual(der, trustStore);
    return usual ? ok(usual) : chainAny(der, trustStore);
  } catch {
    return fail('CERTIFICADO_ILEGIBLE');
  }
}

/**
 * A certificate as the SAT issues them: RSA, signed with SHA-256, its issuer written as its authority writes itself. The
 * authority's signature covers the very bytes that were read, so OpenSSL need not read them too, which takes thrice as
 * long as everything else. Null for any other, good or bad: of those OpenSSL gives the verdict.
 */
function chainUsual(der: Uint8Array, trustStore: TrustStore): Encadenado | null {
  const x509 = tryRead(der);
  if (x509?.signatureAlgorithm !== SHA256_WITH_RSA || x509.publicKeyAlgorithm !== RSA_ENCRYPTION) return null;
  const autoridad = trustStore.find((candidate) => isSignedBy(x509, candidate));
  if (!autoridad) return null;
  // RFC 3279, 2.3.1: the bits of an RSA key are its PKCS #1 form.
  const publicKey = createPublicKey({ key: Buffer.from(x509.publicKeyBits), format: 'der', type: 'pkcs1' });
  return { autoridad, leido: describeX509(x509), publicKey };
}

function isSignedBy({ issuer, tbs, signature }: X509, { nombre, publicKey }: Autoridad): boolean {
  if (!nombre || !sameBytes(nombre, issuer.raw)) return false;
  return verify('sha256', tbs, { key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature);
}

function tryRead(der: Uint8Array): X509 | null {
  try {
    return readX509(der);
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

function chainAny(der: Uint8Array, trustStore: TrustStore): Result<Encadenado, EfirmaError> {
  const certificado = new X509Certificate(der);
  // It accepts PEM and trailing bytes: only what it holds is signed, so the input must be that and no more.
  if (!certificado.raw.equals(der)) return fail('CERTIFICADO_ILEGIBLE');
  const autoridad = trustStore.find((candidate) => isIssuedBy(certificado, candidate));
  if (!autoridad) return fail('AUTORIDAD_DESCONOCIDA');
  const leido = readCertificado(der);
  return leido.ok ? ok({ autoridad, leido: leido.value, publicKey: certificado.publicKey }) : leido;
}
