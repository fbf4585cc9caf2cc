import { parseTexto, type TextoError } from '#domain/aclaracion/texto.ts';
import { type AdjuntoError, judgeAdjunto } from '#domain/adjunto/judge-adjunto.ts';
import { ok, type Result } from '#domain/result.ts';
import type { AdjuntoJuzgado } from './insert-mensaje.ts';

export interface Escrito {
  texto: string;
  adjunto: { nombre: string; contenido: Uint8Array } | null;
}

/** The text cleaned, the file judged by its content: before anything is locked or written. */
export function judgeEscrito({
  texto,
  adjunto,
}: Escrito): Result<{ texto: string; adjunto: AdjuntoJuzgado | null }, TextoError | AdjuntoError> {
  const limpio = parseTexto(texto);
  if (!limpio.ok) return limpio;
  if (!adjunto) return ok({ texto: limpio.value, adjunto: null });
  const tipo = judgeAdjunto(adjunto.contenido);
  return tipo.ok ? ok({ texto: limpio.value, adjunto: { ...adjunto, tipo: tipo.value } }) : tipo;
}
