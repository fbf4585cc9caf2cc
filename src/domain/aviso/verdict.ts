/**
 * `definitivo`: this destination will never take it; otherwise it may be tried again later, not within `esperaMs`.
 * `quizaEntregado`: it was handed over whole and no answer came. `fallaElProveedor`: any other would have fared the same.
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
