import type { KeyObject } from 'node:crypto';
import type { CertificadoLeido } from '#domain/efirma/read-certificado.ts';
import type { readSujeto } from '#domain/efirma/sujeto.ts';

type Vigencia = Pick<CertificadoLeido, 'serie' | 'validoDesde' | 'validoHasta'>;

/** An e.firma certificate whose chain, kind and dates were checked; every field was read from `der`. */
export interface CertificadoVerificado extends Vigencia, Omit<ReturnType<typeof readSujeto>, 'rfc'> {
  der: Uint8Array;
  huella: string;
  /** RFC of the holder: the first of 2.5.4.45. */
  rfc: string;
  publicKey: KeyObject;
  /** The authority that signed it, DER: the issuer that OCSP asks about. */
  emisor: Uint8Array;
}
