import type { EfirmaError } from './efirma-error.ts';

type IngresoError = EfirmaError | 'CHALLENGE_VENCIDO' | 'CHALLENGE_USADO' | 'CHALLENGE_DE_OTRO_NAVEGADOR';

export type IngresoDeSoporteError = IngresoError | 'SIN_ROL_DE_SOPORTE';

export type FirmaDeActoError = IngresoError | 'SESION_TERMINADA';

export type SolicitudError = FirmaDeActoError | 'FALTAN_MEDIOS' | 'YA_FIRMADA' | 'TEXTO_NUEVO';

export type FirmaDeRepresentacionError =
  | FirmaDeActoError
  | 'DESIGNACION_CERRADA'
  | 'FIRMANTE_AJENO'
  | 'FALTA_LA_OTRA_FIRMA'
  | 'PRIMERA_FIRMA_SIN_EFECTO'
  | 'FIRMA_SIMULTANEA';
