import type { AdjuntoError } from '../adjunto/judge-adjunto.ts';
import type { TextoError } from './texto.ts';

export type AclaracionError =
  | TextoError
  | AdjuntoError
  | 'ASUNTO_NO_ELEGIDO'
  | 'MEDIO_NO_ENCONTRADO'
  | 'DEMASIADAS_ACLARACIONES';

export type ReplicaError =
  | TextoError
  | AdjuntoError
  | 'ACLARACION_NO_ENCONTRADA'
  | 'ACLARACION_CERRADA'
  | 'DEMASIADAS_ACLARACIONES';

export type AtencionError =
  | TextoError
  | 'SIN_PERMISO_DE_ATENDER'
  | 'ACLARACION_DESCONOCIDA'
  | 'ACLARACION_YA_TOMADA'
  | 'ACLARACION_SIN_RESPUESTA'
  | 'ACLARACION_YA_CERRADA';
