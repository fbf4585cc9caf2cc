/** Of a transaction that may touch every registro patronal of a titular: fifty thousand take seconds on a busy machine. */
export const TRANSACCION_MASIVA = { timeout: 60_000 };
