export type Codificacion = 'UTF-8' | 'Windows-1252';

/** Files that are no text, told apart because each is put right in its own way. */
export type ContenidoError = 'ARCHIVO_VACIO' | 'ARCHIVO_DE_EXCEL' | 'ARCHIVO_EN_UTF16' | 'ARCHIVO_NO_ES_TEXTO';

/** Judges the first bytes of a file that has some; null when it may be text. */
export function judgeContenido(bytes: Uint8Array): ContenidoError | null {
  const [first, second, third] = bytes;
  if (first === 0x50 && second === 0x4b && third === 0x03) return 'ARCHIVO_DE_EXCEL';
  if (first === 0xd0 && second === 0xcf && third === 0x11) return 'ARCHIVO_DE_EXCEL';
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'ARCHIVO_EN_UTF16';
  return bytes.includes(0) ? 'ARCHIVO_NO_ES_TEXTO' : null;
}

export interface Decodificador {
  decode(bytes: Uint8Array): string;
  /** What was held back at the end of the file. */
  end(): string;
}

/**
 * Decodes a file as it arrives. Until its first byte beyond ASCII nothing has to be known; the bytes around that one then
 * decide for the whole file, because a file with both encodings is a damaged one, which must be seen and not guessed.
 */
export function createDecodificador(): Decodificador {
  let decoder: TextDecoder | null = null;
  let held = new Uint8Array(0);
  const decode = (chunk: Uint8Array, isLast: boolean): string => {
    if (decoder) return toText(decoder, chunk, isLast);
    const bytes = new Uint8Array([...held, ...chunk]);
    const { codificacion, cut } = detectCodificacion(bytes, isLast);
    if (codificacion) {
      decoder = new TextDecoder(codificacion);
      return toText(decoder, bytes, isLast);
    }
    held = bytes.slice(cut);
    return new TextDecoder('ascii').decode(bytes.subarray(0, cut));
  };
  return { decode: (bytes) => decode(bytes, false), end: () => decode(new Uint8Array(0), true) };
}

/**
 * The encoding that most of the bytes beyond ASCII agree with; none while there are none. `cut` is where a character begins
 * whose other bytes have not arrived.
 */
export function detectCodificacion(
  bytes: Uint8Array,
  isLast: boolean,
): { codificacion: Codificacion | null; cut: number } {
  let good = 0;
  let bad = 0;
  let i = 0;
  while (i < bytes.length) {
    const length = lengthOf(bytes[i] as number);
    const tail = bytes.subarray(i + 1, i + length);
    const isWhole = tail.length === length - 1;
    if (length > 0 && !isWhole && !isLast && tail.every(isContinuation)) break;
    const isGood = length > 0 && isWhole && tail.every(isContinuation);
    if (length !== 1) isGood ? good++ : bad++;
    i += isGood ? length : 1;
  }
  if (good + bad === 0) return { codificacion: null, cut: i };
  return { codificacion: good > bad ? 'UTF-8' : 'Windows-1252', cut: i };
}

/** How many bytes the character has in UTF-8 that begins with this one; 0 when none does. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on: some versions of Node decode it as Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1 = /[\u0080-\u009f]/g;

function toText(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
  const text = decoder.decode(bytes, { stream: !isLast });
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(C1, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] as string);
}
