import type { EfirmaError } from './efirma-error.ts';

export type ChallengeError = 'CHALLENGE_VENCIDO' | 'CHALLENGE_USADO' | 'CHALLENGE_DE_OTRO_NAVEGADOR';

export type IngresoError = EfirmaError | ChallengeError;

export type IngresoDeSoporteError = IngresoError | 'SIN_ROL_DE_SOPORTE';

export type SolicitudError =
  | EfirmaError
  | ChallengeError
  | 'FALTAN_MEDIOS'
  | 'YA_FIRMADA'
  | 'TEXTO_NUEVO'
  | 'SESION_TERMINADA';
