/** `definitivo`: this destination will never take it; otherwise it may be tried again later. */
export type VeredictoDeEnvio =
  | { aceptado: true; respuesta: string; idDelProveedor: string }
  | { aceptado: false; definitivo: boolean; respuesta: string };
