import { INTENTOS_POR_MEDIO } from './limites.ts';
import { isEnPlazo } from './plazo.ts';

interface MedioPorTerminar {
  intentosFallidos: number;
  ajenoEn: Date | null;
  venceEn: Date;
}

export type CausaDeCancelacion = 'PLAZO' | 'INTENTOS' | 'AJENO';

/** «No es mío» ends what was En proceso; once the deadline has come, that had ended it. */
export function causaDeCancelacion(medio: MedioPorTerminar): CausaDeCancelacion {
  if (medio.ajenoEn && isEnPlazo(medio.venceEn, medio.ajenoEn)) return 'AJENO';
  return medio.intentosFallidos >= INTENTOS_POR_MEDIO ? 'INTENTOS' : 'PLAZO';
}
