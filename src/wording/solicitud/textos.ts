import { TEXTOS_DE_REPRESENTACION } from './representacion.ts';
import type { TextoDeSolicitud } from './texto-de-solicitud.ts';
import { TEXTOS_PUBLICADOS } from './textos-publicados.ts';

/** The text in force at an instant; before the first one, the first. */
export function textoVigente(now: Date, textos = TEXTOS_PUBLICADOS): TextoDeSolicitud {
  return textos.findLast((texto) => texto.vigenteDesde <= now) ?? (textos[0] as TextoDeSolicitud);
}

/** Null: nothing to sign. What was signed goes on unless a text in effect since asks for a new signature. */
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

/** The text of a stored version, of whichever is signed. Throws RangeError when there is none: texts are never removed, so it is a bug. */
export function textoDeVersion(version: string): TextoDeSolicitud {
  const texto = [...TEXTOS_PUBLICADOS, ...TEXTOS_DE_REPRESENTACION].find((candidate) => candidate.version === version);
  if (!texto) throw new RangeError(`no text of solicitud ${version}`);
  return texto;
}

/** Of what the titular signs the SHA-256: NFC, one empty line between blocks. Version and notes are not in it. */
export function textoPlano(texto: TextoDeSolicitud): string {
  return [texto.titulo, ...texto.bloques.map((bloque) => bloque.texto)].join('\n\n').normalize('NFC');
}
