import type { Derivacion } from './encrypted-key.ts';

/**
 * A password's bytes in each way in which the programs that write such a file have written it, from its bytes in UTF-8:
 * as typed, and in Latin-1 (older programs of the SAT's); for PKCS #12, as UTF-16 with a zero at the end (RFC 7292, B.1),
 * or as OpenSSL before 1.1 did: each byte made two. The caller overwrites them.
 */
export function encodePassword(utf8: Uint8Array, kdf: Derivacion['kdf']): Uint8Array<ArrayBuffer>[] {
  const latin1 = toLatin1(utf8);
  if (kdf === 'PKCS12') {
    const wide = [toUtf16(utf8), ...(latin1 ? [widen(utf8)] : [])];
    latin1?.fill(0);
    return wide;
  }
  return latin1 ? [Uint8Array.from(utf8), latin1] : [Uint8Array.from(utf8)];
}

/** Works on bytes, since a string could not be overwritten. Null when it would be the same or cannot be written. */
function toLatin1(utf8: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const latin1 = new Uint8Array(utf8.length);
  let length = 0;
  for (let index = 0; index < utf8.length; index++) {
    const byte = utf8[index] as number;
    if (byte > 0xc3) return discard(latin1);
    latin1[length++] = byte < 0x80 ? byte : ((byte & 0x03) << 6) | ((utf8[++index] ?? 0) & 0x3f);
  }
  return length === utf8.length ? discard(latin1) : latin1.subarray(0, length);
}

/** Big-endian UTF-16 and two zeros. */
function toUtf16(utf8: Uint8Array): Uint8Array<ArrayBuffer> {
  const units = [...new TextDecoder('utf-8', { ignoreBOM: true }).decode(utf8), '\0'].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );
  return Uint8Array.from(units.flatMap((unit) => [unit >> 8, unit & 0xff]));
}

function widen(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const wide = new Uint8Array(2 * bytes.length + 2);
  for (const [index, byte] of bytes.entries()) wide[2 * index + 1] = byte;
  return wide;
}

function discard(bytes: Uint8Array): null {
  bytes.fill(0);
  return null;
}
