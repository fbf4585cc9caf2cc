/**
 * `definitivo`: this destination will never take it. `quizaEntregado`: handed over whole, no answer came.
 * `fallaElProveedor`: any other message would have fared the same.
 */
export type VeredictoDeEnvio =
  | { aceptado: true; respuesta: string; idDelProveedor: string }
  | {
      aceptado: false;
      definitivo: boolean;
      respuesta: string;
      quizaEntregado?: boolean;
      fallaElProveedor?: boolean;
      esperaMs?: number;
    };

/** Handed over without an answer this often, a message is not handed over again: nobody gets a third copy. */
export const ENTREGAS_SIN_RESPUESTA = 2;
