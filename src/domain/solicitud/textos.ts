import type { TextoDeSolicitud } from './texto-de-solicitud.ts';
import { TEXTOS_PUBLICADOS } from './textos-publicados.ts';

/** The text in force at an instant; before the first one, the first. */
export function textoVigente(now: Date): TextoDeSolicitud {
  return TEXTOS_PUBLICADOS.findLast((texto) => texto.vigenteDesde <= now) ?? (TEXTOS_PUBLICADOS[0] as TextoDeSolicitud);
}

/** The text of a stored version. Throws RangeError when there is none: texts are never removed, so it is a bug. */
export function textoDeVersion(version: string): TextoDeSolicitud {
  const texto = TEXTOS_PUBLICADOS.find((candidate) => candidate.version === version);
  if (!texto) throw new RangeError(`no text of solicitud ${version}`);
  return texto;
}

/**
 * The text as one string, whose SHA-256 (over UTF-8) the titular signs: title and blocks separated by one empty line,
 * in NFC, without a line end after the last. The version and the notes are not in it.
 */
export function textoPlano(texto: TextoDeSolicitud): string {
  return [texto.titulo, ...texto.bloques.map((bloque) => bloque.texto)].join('\n\n').normalize('NFC');
}
