import type { AdjuntoError } from '../adjunto/judge-adjunto.ts';
import type { TextoError } from './texto.ts';

/** Why an aclaración is not filed. */
export type AclaracionError =
  | TextoError
  | AdjuntoError
  | 'ASUNTO_NO_ELEGIDO'
  | 'MEDIO_NO_ENCONTRADO'
  | 'DEMASIADAS_ACLARACIONES';

/** Why what its titular writes afterwards is not added. */
export type ReplicaError =
  | TextoError
  | AdjuntoError
  | 'ACLARACION_NO_ENCONTRADA'
  | 'ACLARACION_CERRADA'
  | 'DEMASIADAS_ACLARACIONES';

/** Why a staff member cannot take, answer or close it. */
export type AtencionError =
  | TextoError
  | 'SIN_PERMISO_DE_ATENDER'
  | 'ACLARACION_DESCONOCIDA'
  | 'ACLARACION_YA_TOMADA'
  | 'ACLARACION_SIN_RESPUESTA'
  | 'ACLARACION_YA_CERRADA';
