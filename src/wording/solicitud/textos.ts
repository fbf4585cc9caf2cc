import type { TextoDeSolicitud } from './texto-de-solicitud.ts';
import { TEXTOS_PUBLICADOS } from './textos-publicados.ts';

/** The text in force at an instant; before the first one, the first. */
export function textoVigente(now: Date): TextoDeSolicitud {
  return TEXTOS_PUBLICADOS.findLast((texto) => texto.vigenteDesde <= now) ?? (TEXTOS_PUBLICADOS[0] as TextoDeSolicitud);
}

/**
 * The text that a titular has to sign, given the versions that they signed and that are not void: the one in force, unless
 * what they signed goes on because no text that came into effect since asks for a new signature. Null: nothing to sign.
 */
export function textoPorFirmar(firmados: readonly string[], now: Date): TextoDeSolicitud | null {
  const ultimo = Math.max(...firmados.map(orderOf));
  const isPedido = TEXTOS_PUBLICADOS.some(
    ({ pideNuevaFirma, vigenteDesde }, orden) => orden > ultimo && pideNuevaFirma && vigenteDesde <= now,
  );
  return firmados.length === 0 || isPedido ? textoVigente(now) : null;
}

/** Those of the newest text first: the clock may have gone back between two signatures, the texts stay in their order. */
export function sortByTexto<Firmada extends { textoVersion: string }>(firmadas: readonly Firmada[]): Firmada[] {
  return [...firmadas].sort((a, b) => orderOf(b.textoVersion) - orderOf(a.textoVersion));
}

function orderOf(version: string): number {
  return TEXTOS_PUBLICADOS.findIndex((texto) => texto.version === version);
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
