import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLengths } from '../../../tests/support/efirma/formas.ts';
import { berToDer } from './ber-to-der.ts';
import { DerError } from './der.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.replaceAll(' ', ''), 'hex'));

test.each([
  ['DER as it is', '30 03 020101', '30 03 020101'],
  ['an open length', '30 80 020101 0000', '30 03 020101'],
  ['open lengths one in the other', '30 80 30 80 020101 0000 0500 0000', '30 07 30 03 020101 0500'],
  ['a length in more octets than it needs', '30 84 00000003 020101', '30 03 020101'],
  ['an octet string in pieces', '24 80 0402 0102 0401 03 0000', '04 03 010203'],
])('writes %s', (_, ber, der) => {
  expect(berToDer(hex(ber))).toEqual(hex(der));
  expect(berToDer(hex(`${ber}0a`))).toEqual(hex(der));
});

test.each([
  ['nothing', ''],
  ['an open length without its end', '30 80 020101'],
  ['an open primitive', '04 80 01 0000'],
  ['a length past the end', '30 05 020101'],
  ['a value past its parent', '30 02 020101 00'],
  ['a tag of several octets', '3f 8101 00'],
  ['values without bottom', '3080'.repeat(1000)],
])('refuses %s', (_, ber) => {
  expect(() => berToDer(hex(ber))).toThrow(DerError);
});

test('gives back the DER of any value whose lengths were left open', () => {
  const { der } = fc.letrec<{ der: Uint8Array }>((tie) => ({
    der: fc.oneof(
      { maxDepth: 3 },
      fc.uint8Array({ maxLength: 200 }).map((content) => encode(0x04, content)),
      fc.array(tie('der'), { maxLength: 4 }).map((parts) => encode(0x30, Buffer.concat(parts))),
    ),
  }));
  fc.assert(
    fc.property(der, (value) => {
      expect(berToDer(openLengths(value, 9))).toEqual(value);
    }),
  );
});

function encode(tag: number, content: Uint8Array): Uint8Array {
  const { length } = content;
  const header = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.from([tag, ...header, ...content]);
}
