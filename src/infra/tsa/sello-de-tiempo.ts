/** A time stamp (RFC 3161): somebody else's word that a SHA-256 existed at a moment. */
export interface SelloDeTiempo {
  /** The TimeStampToken, DER: what is kept, and what anyone verifies. */
  token: Uint8Array<ArrayBuffer>;
  fecha: Date;
  emisor: string;
  /** The certificates that came along, DER, that of the signer first. */
  certificados: Uint8Array[];
}

/**
 * What the service answered; `motivo` is a short reason for the log. NO_CONFIABLE is a good stamp by somebody whom no
 * authority in TSA_AC_DIR vouches for: it certifies nothing here.
 */
export type RespuestaDeTsa =
  | { resultado: 'SELLADO'; sello: SelloDeTiempo }
  | { resultado: 'SIN_RESPUESTA' | 'NO_CONFIABLE'; motivo: string };

/** Asks the service to stamp a SHA-256. Never rejects for what the service does. */
export type StampTime = (sha256: Uint8Array) => Promise<RespuestaDeTsa>;
