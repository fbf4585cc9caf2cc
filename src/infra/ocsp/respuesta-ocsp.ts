/**
 * What the revocation service said of a certificate. `der` is its raw answer, kept as evidence; `suspendido` says that it is
 * revoked for now only (certificateHold).
 */
export type RespuestaOcsp =
  | { resultado: 'BUENO' | 'REVOCADO' | 'DESCONOCIDO'; der: Uint8Array; vigenteHasta: Date; suspendido?: true }
  | { resultado: 'SIN_RESPUESTA' | 'RELOJ_DESFASADO'; motivo: string }
  | { resultado: 'NO_CONSULTADO' };
