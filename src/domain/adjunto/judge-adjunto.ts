import { type TipoDeArchivo, tipoDeArchivo } from '#formats/archivo/tipo-de-archivo.ts';
import { fail, ok, type Result } from '../result.ts';
import { ADJUNTO_MAXIMO_BYTES } from './tamano.ts';

export type TipoDeAdjunto = Extract<TipoDeArchivo, 'PDF' | 'PNG' | 'JPEG'>;

export type AdjuntoError =
  | 'ADJUNTO_VACIO'
  | 'ADJUNTO_DEMASIADO_GRANDE'
  | 'ADJUNTO_COMPRIMIDO'
  | 'ADJUNTO_HEIC'
  | 'ADJUNTO_DE_TEXTO'
  | 'ADJUNTO_NO_ADMITIDO';

const REFUSALS = {
  COMPRIMIDO: 'ADJUNTO_COMPRIMIDO',
  HEIC: 'ADJUNTO_HEIC',
  MARCAS: 'ADJUNTO_DE_TEXTO',
  OTRO: 'ADJUNTO_NO_ADMITIDO',
} as const satisfies Record<Exclude<TipoDeArchivo, TipoDeAdjunto>, AdjuntoError>;

/** By size and first bytes, whatever its name says. It is neither opened nor searched for viruses. */
export function judgeAdjunto(bytes: Uint8Array): Result<TipoDeAdjunto, AdjuntoError> {
  if (bytes.length === 0) return fail('ADJUNTO_VACIO');
  if (bytes.length > ADJUNTO_MAXIMO_BYTES) return fail('ADJUNTO_DEMASIADO_GRANDE');
  const tipo = tipoDeArchivo(bytes);
  return tipo === 'PDF' || tipo === 'PNG' || tipo === 'JPEG' ? ok(tipo) : fail(REFUSALS[tipo]);
}
