/** A strict reader of DER (ITU-T X.690). Elements are views: the original bytes are always at hand. */
export interface DerElement {
  /** Class, constructed bit and tag number together (0x30 = SEQUENCE). */
  tag: number;
  raw: Uint8Array;
  content: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
  context0: 0xa0,
  context1: 0xa1,
} as const;

/** Thrown on any input that is not DER; its message is for developers, never shown to a person. */
export class DerError extends Error {}

/** What `read` gives, or null where it throws DerError. */
export function nullIfMalformed<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}

/** Throws DerError on trailing bytes or bad DER. */
export function readDer(bytes: Uint8Array): DerElement {
  const element = readElement(bytes, 0);
  if (element.raw.length !== bytes.length) throw new DerError('trailing bytes');
  return element;
}

/** Throws DerError. */
export function readChildren({ tag, content }: DerElement): DerElement[] {
  if (!(tag & 0x20)) throw new DerError('not constructed');
  const children: DerElement[] = [];
  for (let offset = 0; offset < content.length; ) {
    const child = readElement(content, offset);
    children.push(child);
    offset += child.raw.length;
  }
  return children;
}

/** Throws DerError. */
export function readOid(element: DerElement): string {
  if (element.tag !== TAG.oid || element.content.length === 0) throw new DerError('not an OID');
  const arcs: number[] = [];
  let arc = 0;
  for (const [index, byte] of element.content.entries()) {
    if (arc === 0 && byte === 0x80) throw new DerError('padded OID arc');
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerError('OID arc too large');
    const last = index === element.content.length - 1;
    if (byte & 0x80) {
      if (last) throw new DerError('truncated OID');
      continue;
    }
    arcs.push(arc);
    arc = 0;
  }
  const first = arcs[0] as number;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

export function readElement(bytes: Uint8Array, offset: number): DerElement {
  const tag = byteAt(bytes, offset);
  if ((tag & 0x1f) === 0x1f) throw new DerError('multi-byte tag');
  const first = byteAt(bytes, offset + 1);
  if (first === 0x80) throw new DerError('indefinite length');
  const lengthOctets = first & 0x80 ? first & 0x7f : 0;
  const start = offset + 2 + lengthOctets;
  const length = lengthOctets === 0 ? first : readLength(bytes, offset + 2, lengthOctets);
  if (start + length > bytes.length) throw new DerError('length past the end');
  return { tag, raw: bytes.subarray(offset, start + length), content: bytes.subarray(start, start + length) };
}

/** Definite, shortest form only (X.690, 10.1). */
function readLength(bytes: Uint8Array, offset: number, octets: number): number {
  if (octets > 4) throw new DerError('oversized length');
  let length = 0;
  for (let index = 0; index < octets; index++) length = length * 256 + byteAt(bytes, offset + index);
  if (length < 0x80 || length < 256 ** (octets - 1)) throw new DerError('length not in its shortest form');
  return length;
}

function byteAt(bytes: Uint8Array, offset: number): number {
  const byte = bytes[offset];
  if (byte === undefined) throw new DerError('truncated');
  return byte;
}
