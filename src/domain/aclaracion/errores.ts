import type { AdjuntoError } from '../adjunto/judge-adjunto.ts';
import type { TextoError } from './texto.ts';

type EscritoError = TextoError | AdjuntoError | 'DEMASIADAS_ACLARACIONES';

export type AclaracionError = EscritoError | 'ASUNTO_NO_ELEGIDO' | 'MEDIO_NO_ENCONTRADO';

export type ReplicaError = EscritoError | 'ACLARACION_NO_ENCONTRADA' | 'ACLARACION_CERRADA';

export type AtencionError =
  | TextoError
  | 'SIN_PERMISO_DE_ATENDER'
  | 'ACLARACION_DESCONOCIDA'
  | 'ACLARACION_YA_TOMADA'
  | 'ACLARACION_SIN_RESPUESTA'
  | 'ACLARACION_YA_CERRADA';
