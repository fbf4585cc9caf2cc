import { DerError } from './der.ts';

interface Value {
  tag: number;
  content: Uint8Array;
  end: number;
}

/**
 * Definite lengths in their shortest form, octet strings in one piece: some write a `.p7b` or a key with open lengths.
 * What was DER inside stays as it was. Throws DerError.
 */
export function berToDer(bytes: Uint8Array): Uint8Array {
  return encode(readValue(bytes, 0, 0));
}

function readValue(bytes: Uint8Array, at: number, depth: number): Value {
  const [tag = 0x1f, first = 0xff] = bytes.subarray(at, at + 2);
  const octets = first > 0x80 ? first & 0x7f : 0;
  if ((tag & 0x1f) === 0x1f || octets > 4 || depth > MAX_DEPTH) throw new DerError('not BER that we read');
  const start = at + 2 + octets;
  const digits: Uint8Array = octets > 0 ? bytes.subarray(at + 2, start) : Uint8Array.of(first & 0x7f);
  const end = start + digits.reduce((length, byte) => length * 256 + byte, 0);
  if (end > bytes.length) throw new DerError('length past the end');
  if (tag & CONSTRUCTED) return readConstructed(bytes, { tag, start, end: first === OPEN ? null : end }, depth);
  if (first === OPEN) throw new DerError('open primitive');
  return { tag, content: bytes.subarray(start, end), end };
}

/** `end` is null where two zeros tell it. */
function readConstructed(
  bytes: Uint8Array,
  { tag, start, end }: { tag: number; start: number; end: number | null },
  depth: number,
): Value {
  const children: Value[] = [];
  let at = start;
  while (end === null ? bytes[at] !== 0 || bytes[at + 1] !== 0 : at < end) {
    const child = readValue(bytes, at, depth + 1);
    children.push(child);
    at = child.end;
  }
  if (end !== null && at !== end) throw new DerError('length of another value');
  const after = end ?? at + 2;
  if (tag !== OCTETS_IN_PIECES) return { tag, content: join(children.map(encode)), end: after };
  return { tag: tag & ~CONSTRUCTED, content: join(children.map(({ content }) => content)), end: after };
}

function encode({ tag, content }: Value): Uint8Array {
  const digits: number[] = [];
  for (let length = content.length; length > 0; length >>= 8) digits.unshift(length & 0xff);
  const header = content.length < 0x80 ? [tag, content.length] : [tag, 0x80 | digits.length, ...digits];
  return join([Uint8Array.from(header), content]);
}

function join(parts: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

const OPEN = 0x80;
const CONSTRUCTED = 0x20;
const OCTETS_IN_PIECES = 0x24;
/** A certificate in a PKCS #7 is twelve deep at most. */
const MAX_DEPTH = 16;
