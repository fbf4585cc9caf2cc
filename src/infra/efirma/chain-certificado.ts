import { type KeyObject, X509Certificate } from 'node:crypto';
import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import { type CertificadoLeido, readCertificado } from '#domain/efirma/read-certificado.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { type Autoridad, isIssuedBy, type TrustStore } from './load-trust-store.ts';

/** A certificate with its chain proved: true at any time, so that it can be kept. */
export interface Encadenado {
  autoridad: Autoridad;
  leido: CertificadoLeido;
  publicKey: KeyObject;
}

/** Finds the authority that signed a certificate, and reads what it says. Never throws. */
export function chainCertificado(der: Uint8Array, trustStore: TrustStore): Result<Encadenado, EfirmaError> {
  try {
    // Its limits are judged before anything is computed from it.
    const leido = readCertificado(der);
    if (!leido.ok) return leido;
    const certificado = new X509Certificate(der);
    // It accepts PEM and trailing bytes: only what it holds is signed, so the input must be that and no more.
    if (!certificado.raw.equals(der)) return fail('CERTIFICADO_ILEGIBLE');
    const autoridad = trustStore.find((candidate) => isIssuedBy(certificado, candidate));
    if (!autoridad) return fail('AUTORIDAD_DESCONOCIDA');
    return ok({ autoridad, leido: leido.value, publicKey: certificado.publicKey });
  } catch {
    return fail('CERTIFICADO_ILEGIBLE');
  }
}
