import { hasText, skipPadding, uint16At } from './bytes.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** C0 to CF begin a frame, but for tables (C4, CC) and C8, which is reserved. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a segment of their own. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** More than what telephones note behind a photograph, less than a file that somebody hid there. */
const TRAILER_MAX_BYTES = 64 * 1024;

/**
 * Whether the bytes are whole JPEG pictures and nothing else (ITU-T T.81, annex B). Telephones put more pictures behind
 * the first one, padding, or Samsung's notes (`SEFH … SEFT`).
 */
export function judgeJpeg(bytes: Uint8Array): 'ENTERO' | 'DANADO' | 'CON_MAS' {
  let at = endOfPicture(bytes, 0);
  if (at === null) return 'DANADO';
  for (;;) {
    at = skipPadding(bytes, at);
    if (at === bytes.length || isSamsungTrailer(bytes, at)) return 'ENTERO';
    const next = endOfPicture(bytes, at);
    if (next === null) return 'CON_MAS';
    at = next;
  }
}

/** The place behind the picture that begins at `start`; null when there is none, or it is not whole. */
function endOfPicture(bytes: Uint8Array, start: number): number | null {
  if (bytes[start] !== 0xff || bytes[start + 1] !== SOI) return null;
  let at = start + 2;
  let hasFrame = false;
  let hasScan = false;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++];
    if (marker === undefined || marker === SOI || marker === 0) return null;
    if (marker === EOI) return hasFrame && hasScan ? at : null;
    if (isAlone(marker)) continue;
    const length = uint16At(bytes, at);
    // Also false for a length beyond the end.
    if (!(length >= 2 && at + length <= bytes.length)) return null;
    at += length;
    if (isFrame(marker)) hasFrame = true;
    if (marker !== SOS) continue;
    hasScan = true;
    at = endOfScan(bytes, at);
  }
}

/** Image data goes to the next marker that is no restart; in it 0xff is followed by zero. The length when none follows. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isAlone(next)) return at;
  }
  return bytes.length;
}

/** Ends in a directory (`SEFH`), its length from the least byte on, and `SEFT`. */
function isSamsungTrailer(bytes: Uint8Array, from: number): boolean {
  const end = bytes.length - 8;
  if (bytes.length - from > TRAILER_MAX_BYTES || end < from || !hasText(bytes, end + 4, 'SEFT')) return false;
  const [a, b, c] = bytes.subarray(end) as unknown as [number, number, number];
  const directory = end - (a + b * 0x100 + c * 0x10000);
  return bytes[end + 3] === 0 && directory >= from && hasText(bytes, directory, 'SEFH');
}
