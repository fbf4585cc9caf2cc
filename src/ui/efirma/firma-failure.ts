import type { CodigoDeFirma } from '#wording/mensajes/mensajes-efirma.ts';
import type { Campo } from './campo.ts';

/** What went wrong and which field holds the fault; null when it is none of them. */
export interface FirmaFailure {
  codigo: CodigoDeFirma;
  campo: Campo | null;
}
