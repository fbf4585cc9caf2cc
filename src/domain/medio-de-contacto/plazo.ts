import type { EstadoDeMedio } from './estado.ts';
import { INTENTOS_POR_MEDIO } from './limites.ts';

/** Hours to prove a medio de contacto, counted as elapsed time (guide, section V, steps 5 and 10). */
const VIGENCIA_MS = 72 * 3_600_000;

/** The deadline of a medio whose 72 hours began at `desde`: its registration, or the first acceptance of the SMS. */
export function venceEn(desde: Date): Date {
  return new Date(desde.getTime() + VIGENCIA_MS);
}

/** En proceso past its deadline reads as Cancelado, whether or not a job has written it down yet. */
export function estadoVigente(medio: { estado: EstadoDeMedio; venceEn: Date }, now: Date): EstadoDeMedio {
  return medio.estado === 'EN_PROCESO' && now >= medio.venceEn ? 'CANCELADO' : medio.estado;
}

interface MedioPorTerminar {
  intentosFallidos: number;
  ajenoEn: Date | null;
  venceEn: Date;
}

export type CausaDeCancelacion = 'PLAZO' | 'INTENTOS' | 'AJENO';

/** «No es mío» ends what was En proceso; once the deadline has come, that had ended it. */
export function causaDeCancelacion(medio: MedioPorTerminar): CausaDeCancelacion {
  if (medio.ajenoEn && medio.ajenoEn < medio.venceEn) return 'AJENO';
  return medio.intentosFallidos >= INTENTOS_POR_MEDIO ? 'INTENTOS' : 'PLAZO';
}
