import type { KeyObject } from 'node:crypto';

/** An e.firma certificate whose chain, kind and dates were checked; every field was read from `der`. */
export interface CertificadoVerificado {
  der: Uint8Array;
  huella: string;
  /** The 20 digits that the SAT prints, e.g. 30001000000500003415. */
  serie: string;
  /** RFC of the holder: the first of 2.5.4.45. */
  rfc: string;
  rfcRepresentante: string | null;
  curp: string | null;
  curpRepresentante: string | null;
  /** Holder's name, cleaned (NFC, blanks collapsed, no control or invisible characters). */
  nombre: string;
  correo: string | null;
  validoDesde: Date;
  validoHasta: Date;
  publicKey: KeyObject;
  /** The authority that signed it, DER: the issuer that OCSP asks about. */
  emisor: Uint8Array;
}
