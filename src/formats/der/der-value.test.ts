import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DerError, readDer } from './der.ts';
import { readDirectoryString } from './der-string.ts';
import { readTime, readTrue, readUnsigned } from './der-value.ts';

const element = (tag: number, ...content: number[]) => readDer(Uint8Array.of(tag, content.length, ...content));
const ascii = (tag: number, text: string) => element(tag, ...Buffer.from(text, 'latin1'));

describe('INTEGER', () => {
  test('loses only the sign octet', () => {
    expect(readUnsigned(element(0x02, 0x00, 0xff))).toEqual(Uint8Array.of(0xff));
    expect(readUnsigned(element(0x02, 0x00))).toEqual(Uint8Array.of(0x00));
  });

  test.each([
    ['negative', [0x80]],
    ['padded', [0x00, 0x7f]],
    ['empty', []],
  ])('refuses a %s one', (_, content) => {
    expect(() => readUnsigned(element(0x02, ...content))).toThrow(DerError);
  });
});

test('only FF is TRUE', () => {
  expect(readTrue(element(0x01, 0xff))).toBe(true);
  expect(() => readTrue(element(0x01, 0x01))).toThrow(DerError);
  expect(() => readTrue(element(0x01, 0x00))).toThrow(DerError);
});

describe('times', () => {
  test.each([
    [0x17, '230518043714Z', '2023-05-18T04:37:14.000Z'],
    [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [0x18, '20510228000000Z', '2051-02-28T00:00:00.000Z'],
  ])('%i %s is %s', (tag, text, iso) => {
    expect(readTime(ascii(tag, text)).toISOString()).toBe(iso);
  });

  test.each([
    [0x17, '230229000000Z'],
    [0x17, '2305180437Z'],
    [0x17, '230518043714+0600'],
    [0x18, '20230518043714.5Z'],
    [0x18, '20230518043714'],
    [0x17, '231332000000Z'],
    [0x04, '230518043714Z'],
  ])('refuses %i %s', (tag, text) => {
    expect(() => readTime(ascii(tag, text))).toThrow(DerError);
  });
});

describe('directory strings', () => {
  test('each type by its own encoding', () => {
    expect(readDirectoryString(ascii(0x13, 'EKU9003173C9'))).toBe('EKU9003173C9');
    expect(readDirectoryString(ascii(0x14, 'PEÑA & HIJOS'))).toBe('PEÑA & HIJOS');
    expect(readDirectoryString(element(0x0c, ...Buffer.from('PEÑA', 'utf8')))).toBe('PEÑA');
    expect(readDirectoryString(element(0x1e, 0x00, 0x50, 0x00, 0xd1))).toBe('PÑ');
  });

  test.each([
    ['PrintableString beyond ASCII', 0x13, [0xd1]],
    ['UTF8String that is not UTF-8', 0x0c, [0xc3]],
    ['half a BMP character', 0x1e, [0x00]],
    ['lone surrogate', 0x1e, [0xd8, 0x00]],
    ['octets', 0x04, [0x41]],
  ])('refuses: %s', (_, tag, content) => {
    expect(() => readDirectoryString(element(tag, ...content))).toThrow(DerError);
  });

  test('never throws another error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.uint8Array({ maxLength: 20 }), (tag, content) => {
        try {
          readDirectoryString({ tag, content, raw: content });
        } catch (error) {
          expect(error).toBeInstanceOf(DerError);
        }
      }),
    );
  });
});
