/**
 * What a provider said when it was handed a message: evidence, kept as it came.
 * `definitivo` means that this destination will never take it; otherwise it may be tried again later.
 */
export type VeredictoDeEnvio =
  | { aceptado: true; respuesta: string; idDelProveedor: string }
  | { aceptado: false; definitivo: boolean; respuesta: string };
