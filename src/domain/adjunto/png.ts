import { hasText, skipPadding, textBetween, uint32At } from './bytes.ts';

export const FIRMA_PNG = '\x89PNG\r\n\x1a\n';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/**
 * Whether the bytes are one whole PNG and nothing else: chunks from IHDR to IEND, each with its own CRC, at least one of
 * image data (ISO/IEC 15948, clauses 5 and 11).
 */
export function judgePng(bytes: Uint8Array): 'ENTERO' | 'DANADO' | 'CON_MAS' {
  if (!hasText(bytes, 0, FIRMA_PNG)) return 'DANADO';
  let at = FIRMA_PNG.length;
  let hasImage = false;
  for (let isFirst = true; ; isFirst = false) {
    const chunk = readChunk(bytes, at);
    if (!chunk || isFirst !== (chunk.tipo === 'IHDR')) return 'DANADO';
    if (isFirst && !hasSize(bytes, at, chunk.length)) return 'DANADO';
    if (chunk.tipo === 'IDAT') hasImage = true;
    at = chunk.end;
    if (chunk.tipo !== 'IEND') continue;
    if (!hasImage || chunk.length !== 0) return 'DANADO';
    return skipPadding(bytes, at) === bytes.length ? 'ENTERO' : 'CON_MAS';
  }
}

/** Length, type, data, CRC over type and data. */
function readChunk(bytes: Uint8Array, at: number) {
  const length = uint32At(bytes, at);
  const dataEnd = at + 8 + length;
  const tipo = textBetween(bytes, at + 4, at + 8);
  // Also false for a length beyond the end.
  const isSound = /^[A-Za-z]{4}$/.test(tipo) && uint32At(bytes, dataEnd) === crc32(bytes.subarray(at + 4, dataEnd));
  return isSound ? { tipo, length, end: dataEnd + 4 } : null;
}

function hasSize(bytes: Uint8Array, at: number, length: number): boolean {
  return length === 13 && uint32At(bytes, at + 8) > 0 && uint32At(bytes, at + 12) > 0;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
