/** What the revocation service said of a certificate. `der` is its raw answer, kept as evidence. */
export type RespuestaOcsp =
  | { resultado: 'BUENO' | 'REVOCADO' | 'DESCONOCIDO'; der: Uint8Array; vigenteHasta: Date }
  | { resultado: 'SIN_RESPUESTA' | 'RELOJ_DESFASADO'; motivo: string }
  | { resultado: 'NO_CONSULTADO' };
