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

export type FirmaDeActoError = EfirmaError | ChallengeError | 'SESION_TERMINADA';

export type FirmaDeRepresentacionError =
  | EfirmaError
  | ChallengeError
  | 'SESION_TERMINADA'
  | 'DESIGNACION_CERRADA'
  | 'FIRMANTE_AJENO'
  | 'FALTA_LA_OTRA_FIRMA'
  | 'PRIMERA_FIRMA_SIN_EFECTO'
  | 'FIRMA_SIMULTANEA';
