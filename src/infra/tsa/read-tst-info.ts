import { type DerElement, DerError, readChildren, readDer, readOid, TAG } from '#formats/der/der.ts';
import { expectTag, readUnsigned, toInstant } from '#formats/der/der-value.ts';
import { readAlgorithm } from '#formats/der/x509.ts';

/** What a time stamp says (TSTInfo: RFC 3161, 2.4.2). */
export type TstInfo = ReturnType<typeof readTstInfo>;

/** Throws DerError on anything that is none, and on a critical extension, since we understand none. */
export function readTstInfo(der: Uint8Array) {
  const [version, policy, imprint, serial, time, ...optional] = readChildren(expectTag(readDer(der), TAG.sequence));
  if (readUnsigned(expectTag(version, TAG.integer))[0] !== 1) throw new DerError('not version 1');
  readOid(expectTag(policy, TAG.oid));
  readUnsigned(expectTag(serial, TAG.integer));
  const [algorithm, hashed] = readChildren(expectTag(imprint, TAG.sequence));
  const nonce = optional.find(({ tag }) => tag === TAG.integer);
  refuseCritical(optional.find(({ tag }) => tag === TAG.context1));
  return {
    hashAlgorithm: readAlgorithm(expectTag(algorithm, TAG.sequence)),
    hashedMessage: expectTag(hashed, TAG.octetString).content,
    fecha: readGenTime(expectTag(time, TAG.generalizedTime)),
    /** Null when it answers no question with one. */
    nonce: nonce ? readUnsigned(nonce) : null,
  };
}

/** To the second, or with a fraction that ends in no zero; what is finer than a millisecond is cut off. */
function readGenTime({ content }: DerElement): Date {
  const text = String.fromCharCode(...content.subarray(0, 32));
  const match = /^(\d{14})(?:\.(\d*[1-9]))?Z$/.exec(text);
  if (!match) throw new DerError('malformed time');
  const [, digits = '', fraction = ''] = match;
  return toInstant(digits, fraction.padEnd(3, '0').slice(0, 3));
}

function refuseCritical(extensions: DerElement | undefined): void {
  const fields = extensions ? readChildren(extensions).map((extension) => readChildren(extension)) : [];
  if (fields.some(([, critical]) => critical?.tag === TAG.boolean)) throw new DerError('critical extension');
}
