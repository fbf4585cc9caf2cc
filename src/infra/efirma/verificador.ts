import type { EfirmaError } from '#domain/efirma/efirma-error.ts';
import type { Result } from '#domain/result.ts';
import type { CertificadoVerificado } from './certificado-verificado.ts';

export interface Verificador {
  /** In the order of efirma.md; revocation comes after, by OCSP. Never throws, whatever the bytes. */
  verifyCertificado(der: Uint8Array, now: Date): Result<CertificadoVerificado, EfirmaError>;
  /** The authorities (DER) above a certificate, from the one that signed it to its root; none when it is of no known one. */
  listAutoridades(der: Uint8Array): Uint8Array[];
  /** Whether `firma` is the certificate's signature of `text` (in UTF-8 if a string): RSA-SHA256, PKCS#1 v1.5. */
  verifyFirma(
    certificado: Pick<CertificadoVerificado, 'publicKey'>,
    text: string | Uint8Array,
    firma: Uint8Array,
  ): boolean;
}
