import { fail, ok, type Result } from '../result.ts';

export const ETIQUETA_MAXIMA = 30;

export type EtiquetaError = 'ETIQUETA_LARGA' | 'ETIQUETA_CON_SIGNOS' | 'MEDIO_SIN_ETIQUETA';

/** A titular's own word for a medio («Contador»): of any script, in one line. Null takes it away. The length is in characters. */
export function parseEtiqueta(text: string): Result<string | null, EtiquetaError> {
  const etiqueta = text.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (etiqueta === '') return ok(null);
  if ([...etiqueta].length > ETIQUETA_MAXIMA) return fail('ETIQUETA_LARGA');
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u.test(etiqueta) ? ok(etiqueta) : fail('ETIQUETA_CON_SIGNOS');
}
