export interface Bloque {
  /** Null outside PEM. */
  etiqueta: string | null;
  bytes: Uint8Array;
  cifrado: CifradoDePem | null;
}

/** RFC 1421, 4.6.1.3. */
export interface CifradoDePem {
  /** As OpenSSL names it: `DES-EDE3-CBC`. */
  algoritmo: string;
  iv: Uint8Array;
}

/** DER, PEM blocks (RFC 7468) with any text around them, or base64 without its lines. In time linear in the size. */
export function readBloques(bytes: Uint8Array): Bloque[] {
  const start = skipBlanks(bytes, 0);
  if (isLongSequence(bytes, start)) return [{ ...WHOLE, bytes: bytes.subarray(start) }];
  const text = asText(bytes);
  const pem = readPem(text);
  if (pem.length > 0) return pem;
  const decoded = decodeBase64(text.replace(MIME_HEADERS, ''));
  if (decoded && isLongSequence(decoded, 0)) return [{ ...WHOLE, bytes: decoded }];
  const inner = decoded ? readPem(asText(decoded)) : [];
  return inner.length > 0 ? inner : [{ ...WHOLE, bytes: bytes.subarray(start) }];
}

/** Whether a SEQUENCE of 128 bytes or more begins there, as every certificate and key does. */
export function isLongSequence(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x30 && (bytes[at + 1] ?? 0) >= 0x80;
}

export function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && BLANKS.has(bytes[at] as number)) at++;
  return at;
}

/** ASCII out of UTF-8 or UTF-16, without the end of file of DOS: what is not ASCII is of no use here. */
export function asText(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '').replaceAll('\x1a', '');
  return text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trim();
}

function readPem(text: string): Bloque[] {
  const segments = text.split('-----BEGIN ', MAX_BLOQUES + 1);
  return segments.slice(1).map(readPemBlock);
}

function readPemBlock(segment: string): Bloque {
  const labelEnd = segment.indexOf('-----');
  const body = segment.slice(labelEnd + 5).split('-----END ', 1)[0] as string;
  const dek = DEK_INFO.exec(body);
  const base64 = body.replace(DEK_INFO, '').replace(/^[\w-]+:[^\r\n]*/gm, '');
  return {
    etiqueta: labelEnd < 0 ? '' : segment.slice(0, labelEnd).trim(),
    bytes: decodeBase64(base64) ?? new Uint8Array(),
    cifrado: dek && { algoritmo: (dek[1] as string).toUpperCase(), iv: decodeHex(dek[2] as string) },
  };
}

function decodeBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replace(/[^!-~]+/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < bytes.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return null;
  }
}

function decodeHex(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export const MAX_BLOQUES = 100;
const WHOLE = { etiqueta: null, cifrado: null };
const BLANKS = new Set([0x00, 0x09, 0x0a, 0x0d, 0x1a, 0x20, 0xef, 0xbb, 0xbf, 0xff, 0xfe]);
const DEK_INFO = /Proc-Type:\s*4,\s*ENCRYPTED\s+DEK-Info:\s*([\w-]+),\s*([0-9a-f]{16,32})\b/i;
const MIME_HEADERS = /^(?:[\w-]+:[^\r\n]*[\r\n]+(?:[ \t][^\r\n]*[\r\n]+)*)+/;

/** Any other input comes back as it is. */
export function unwrapPem(bytes: Uint8Array): Uint8Array {
  const found = readBloques(bytes)[0]?.bytes;
  return found?.length ? found : bytes;
}
