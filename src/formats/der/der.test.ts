import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DerError, readChildren, readDer, readOid, TAG } from './der.ts';

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Any tree of DER: primitives, and sequences of trees. */
const der: fc.Arbitrary<Uint8Array> = fc.letrec<{ node: Uint8Array; leaf: Uint8Array; branch: Uint8Array }>((tie) => ({
  node: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
  leaf: fc
    .tuple(fc.constantFrom(0x02, 0x04, 0x0c, 0x13, 0x80), fc.uint8Array({ maxLength: 300 }))
    .map(([tag, content]) => encode(tag, content)),
  branch: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => encode(0x30, Buffer.concat(nodes))),
})).node;

function encode(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const long = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.of(tag, ...(length < 0x80 ? [length] : long), ...content);
}

describe('DER reader', () => {
  test('reads what was written, as views over the same bytes', () => {
    fc.assert(
      fc.property(der, (bytes) => {
        const element = readDer(bytes);
        expect(element.raw).toEqual(bytes);
        expect(element.raw.buffer).toBe(bytes.buffer);
        expect(encode(element.tag, element.content)).toEqual(bytes);
        if (element.tag !== TAG.sequence) return;
        const children = readChildren(element);
        expect(Buffer.concat(children.map((child) => child.raw))).toEqual(Buffer.from(element.content));
      }),
    );
  });

  test('any bytes are read or refused with a DerError, never with another', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          const element = readDer(bytes);
          expect(encode(element.tag, element.content)).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });

  test('a truncated or prolonged structure is refused', () => {
    fc.assert(
      fc.property(der, fc.nat(), (bytes, at) => {
        expect(() => readDer(bytes.subarray(0, at % bytes.length))).toThrow(DerError);
        expect(() => readDer(Uint8Array.of(...bytes, 0))).toThrow(DerError);
      }),
    );
  });

  test.each([
    ['an empty input', ''],
    ['an indefinite length', '30800000'],
    ['a long form for a short length', '048101aa'],
    ['a padded length', '0482000100'],
    ['a length past the end', '0405aa'],
    ['a length of five octets', '04850100000000'],
    ['a length that overflows', '0484ffffffff'],
    ['a tag of several octets', '1f2a00'],
    ['trailing bytes', '050000'],
  ])('refuses %s', (_, text) => {
    expect(() => readDer(hex(text))).toThrow(DerError);
  });

  test('refuses to open a primitive', () => {
    expect(() => readChildren(readDer(hex('0403020100')))).toThrow(DerError);
  });
});

describe('OBJECT IDENTIFIER', () => {
  test.each([
    ['06082b06010505070302', '1.3.6.1.5.5.7.3.2'],
    ['0603550408', '2.5.4.8'],
    ['060355042d', '2.5.4.45'],
    ['06092a864886f70d01010b', '1.2.840.113549.1.1.11'],
    ['0603883703', '2.999.3'],
  ])('%s is %s', (text, dotted) => {
    expect(readOid(readDer(hex(text)))).toBe(dotted);
  });

  test.each([
    ['empty', '0600'],
    ['padded arc', '0603558001'],
    ['unfinished arc', '06025584'],
    ['huge arc', '060b55ffffffffffffffffff7f'],
    ['another type', '040155'],
  ])('refuses: %s', (_, text) => {
    expect(() => readOid(readDer(hex(text)))).toThrow(DerError);
  });
});
