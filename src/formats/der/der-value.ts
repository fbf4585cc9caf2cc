import { type DerElement, DerError, readDer, TAG } from './der.ts';

/** In its shortest form (X.690, 8.3.2), without the sign octet. Throws DerError. */
export function readUnsigned(element: DerElement): Uint8Array {
  const [first, second] = element.content;
  if (element.tag !== TAG.integer || first === undefined) throw new DerError('not an INTEGER');
  if (first & 0x80) throw new DerError('negative INTEGER');
  if (first !== 0 || second === undefined) return element.content;
  if (!(second & 0x80)) throw new DerError('padded INTEGER');
  return element.content.subarray(1);
}

/** Throws DerError unless they are whole octets. */
export function readOctetBits(element: DerElement): Uint8Array {
  if (element.tag !== TAG.bitString || element.content[0] !== 0) throw new DerError('not a BIT STRING of octets');
  return element.content.subarray(1);
}

/** DER only writes TRUE as 0xFF and leaves a FALSE default out (X.690, 11.1 and 11.5). Throws DerError. */
export function readTrue(element: DerElement): true {
  if (element.tag !== TAG.boolean || element.content.length !== 1 || element.content[0] !== 0xff) {
    throw new DerError('not a BOOLEAN TRUE');
  }
  return true;
}

/** Throws DerError when it has another or is missing. */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new DerError(`expected tag ${tag.toString(16)}`);
  return element;
}

/** Throws DerError. */
export function readWrapped(octets: DerElement | undefined): DerElement {
  return readDer(expectTag(octets, TAG.octetString).content);
}

/** UTCTime or GeneralizedTime as RFC 5280 (4.1.2.5) allows them: to the second, in UTC. Throws DerError. */
export function readTime(element: DerElement | undefined): Date {
  if (element?.tag !== TAG.utcTime && element?.tag !== TAG.generalizedTime) throw new DerError('not a time');
  const text = String.fromCharCode(...element.content.subarray(0, 16));
  const digits = element.tag === TAG.utcTime ? centuryOf(text) + text : text;
  if (!/^\d{14}Z$/.test(digits)) throw new DerError('malformed time');
  return toInstant(digits, '000');
}

/** From digits down to the second, and those of its milliseconds. Throws DerError when there is no such moment. */
export function toInstant(digits: string, ms: string): Date {
  const iso = digits.replace(/^(....)(..)(..)(..)(..)(..).*$/, `$1-$2-$3T$4:$5:$6.${ms}Z`);
  const time = new Date(iso);
  if (Number.isNaN(time.getTime()) || time.toISOString() !== iso) throw new DerError('impossible time');
  return time;
}

function centuryOf(utcTime: string): string {
  return Number(utcTime.slice(0, 2)) < 50 ? '20' : '19';
}
