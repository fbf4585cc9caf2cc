import type { VeredictoDeEnvio } from '#domain/aviso/verdict.ts';

export interface Breaker {
  /** While it is, nothing new is to be handed over to this provider. */
  isOpen(): boolean;
  /** Hands over by `send`, and learns from its verdict. */
  watch<Mensaje>(
    send: (mensaje: Mensaje) => Promise<VeredictoDeEnvio>,
  ): (mensaje: Mensaje) => Promise<VeredictoDeEnvio>;
}

const FALLAS_SEGUIDAS = 5;
const PAUSA_MS = 30_000;
const PAUSA_MAXIMA_MS = 600_000;

/**
 * Leaves a provider that fails alone for a while: after five failures of its own in a row, or as long as it asked for. Then one
 * message tries whether it is back.
 */
export function createBreaker(now: () => Date): Breaker {
  let fallas = 0;
  let hasta = 0;
  let isTrying = false;
  function learn(veredicto: VeredictoDeEnvio): void {
    isTrying = false;
    if (veredicto.aceptado || !veredicto.fallaElProveedor) {
      fallas = 0;
      return;
    }
    fallas = veredicto.esperaMs === undefined ? fallas + 1 : FALLAS_SEGUIDAS;
    hasta = now().getTime() + Math.min(veredicto.esperaMs ?? PAUSA_MS, PAUSA_MAXIMA_MS);
  }
  return {
    isOpen: () => fallas >= FALLAS_SEGUIDAS && (isTrying || now().getTime() < hasta),
    watch: (send) => async (mensaje) => {
      isTrying = fallas >= FALLAS_SEGUIDAS;
      const veredicto = await send(mensaje);
      learn(veredicto);
      return veredicto;
    },
  };
}
