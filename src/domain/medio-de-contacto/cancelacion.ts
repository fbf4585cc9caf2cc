import { INTENTOS_POR_MEDIO } from './limites.ts';

/** Why a medio ended without proof: its 72 hours passed, too many wrong codes, or «Este correo no es mío». */
export type CausaDeCancelacion = 'PLAZO' | 'INTENTOS' | 'AJENO';

/** Read from what the medio keeps, so that message, table and support say the same. */
export function causaDeCancelacion(medio: { intentosFallidos: number; ajenoEn: Date | null }): CausaDeCancelacion {
  if (medio.ajenoEn) return 'AJENO';
  return medio.intentosFallidos >= INTENTOS_POR_MEDIO ? 'INTENTOS' : 'PLAZO';
}
