import iconv from 'iconv-lite';
import { createSondeoDeLetras } from './sondeo-de-letras.ts';

export const CODIFICACIONES = ['utf-8', 'utf-16', 'windows-1252', 'cp850', 'cp437', 'macintosh'] as const;

export type Codificacion = (typeof CODIFICACIONES)[number];

export type ContenidoError = 'ARCHIVO_VACIO' | 'ARCHIVO_DE_EXCEL' | 'ARCHIVO_NO_ES_TEXTO' | 'CODIFICACION_DUDOSA';

/**
 * Another than UTF-8 only where the letters that come out are those of Spanish names and no other encoding comes near:
 * what cannot be told for sure is not guessed.
 */
export function createSondeo() {
  const letras = createSondeoDeLetras();
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let inicio: number[] = [];
  let hasNul = false;
  let isUtf8 = true;
  const isValid = (bytes: Uint8Array, stream: boolean) => {
    try {
      utf8.decode(bytes, { stream });
      return true;
    } catch {
      return false;
    }
  };
  return {
    add(bytes: Uint8Array): void {
      if (inicio.length < 4) inicio = [...inicio, ...bytes.subarray(0, 4)];
      hasNul ||= bytes.includes(0);
      isUtf8 &&= isValid(bytes, true);
      letras.add(bytes);
    },
    judge(): Codificacion | ContenidoError {
      const known = judgeInicio(inicio);
      if (known) return known;
      if (hasNul) return 'ARCHIVO_NO_ES_TEXTO';
      isUtf8 &&= isValid(new Uint8Array(0), false);
      return isUtf8 ? 'utf-8' : (letras.choose() ?? 'CODIFICACION_DUDOSA');
    },
  };
}

function judgeInicio([first, second, third]: readonly number[]): Codificacion | ContenidoError | null {
  if (first === undefined) return 'ARCHIVO_VACIO';
  if (first === 0x50 && second === 0x4b && third === 0x03) return 'ARCHIVO_DE_EXCEL';
  if (first === 0xd0 && second === 0xcf && third === 0x11) return 'ARCHIVO_DE_EXCEL';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'utf-16';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** Decodes a file as it arrives. Bytes that the encoding does not have come out as U+FFFD. */
export function createDecodificador(codificacion: Codificacion) {
  const decoder = iconv.getDecoder(codificacion);
  return {
    decode: (bytes: Uint8Array) => decoder.write(bytes as Parameters<typeof decoder.write>[0]),
    end: () => decoder.end() ?? '',
  };
}
