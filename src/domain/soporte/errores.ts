import type { DetalleError, NotaDeFolioError } from './texto-de-soporte.ts';

export type MostrarError = DetalleError | 'MOTIVO_FALTA' | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';

export type DescargaDeAdjuntoError = 'ADJUNTO_CUBIERTO' | 'ADJUNTO_NO_ENCONTRADO';

export type NotaError = NotaDeFolioError | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';

export type RolError =
  | 'RFC_DE_SOPORTE_NO_VALIDO'
  | 'NOMBRE_DE_SOPORTE_FALTA'
  | 'ROL_DESCONOCIDO'
  | 'ROL_PROPIO'
  | 'SIN_ROL';

export type ActoDeRolError = RolError | 'PROPUESTA_PENDIENTE' | 'PROPUESTA_CERRADA' | 'PROPUESTA_PROPIA';
