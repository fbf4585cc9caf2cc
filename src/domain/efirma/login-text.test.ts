import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLoginText, parseLoginText } from './login-text.ts';

const valid = { host: 'localhost:3000', nonce: 'q'.repeat(43), exp: 1_800_000_000, rfc: 'ÑAÑ&010101AA1' };

describe('login text', () => {
  test('names its purpose, host, challenge, end and RFC', () => {
    expect(buildLoginText(valid)).toBe(`||1.0|LOGIN|localhost:3000|${valid.nonce}|1800000000|ÑAÑ&010101AA1||`);
  });

  test('is read back as it was written', () => {
    expect(parseLoginText(buildLoginText(valid))).toEqual(valid);
    const overIpv6 = { ...valid, host: '[::1]:3000' };
    expect(parseLoginText(buildLoginText(overIpv6))).toEqual(overIpv6);
  });

  test.each([
    ['a document', '||1.0|DOCUMENTO|localhost|x||'],
    ['another version', buildLoginText(valid).replace('1.0', '1.1')],
    ['trailing newline', `${buildLoginText(valid)}\n`],
    ['leading blank', ` ${buildLoginText(valid)}`],
    ['upper-case host', buildLoginText(valid).replace('localhost', 'Localhost')],
    ['padded end', buildLoginText(valid).replace('1800000000', '01800000000')],
    ['one more field', buildLoginText(valid).replace('LOGIN|', 'LOGIN|x|')],
    ['decomposed Ñ', buildLoginText(valid).normalize('NFD')],
  ])('refuses %s', (_, text) => {
    expect(parseLoginText(text)).toBeNull();
  });

  test('refuses to build from a field that holds a pipe', () => {
    expect(() => buildLoginText({ ...valid, host: 'a|b' })).toThrow(RangeError);
    expect(() => buildLoginText({ ...valid, exp: 1.5 })).toThrow(RangeError);
    expect(() => buildLoginText({ ...valid, exp: Number.NaN })).toThrow(RangeError);
  });

  test('whatever it reads, it would have written', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(90), fc.string({ maxLength: 3 }), (any, at, patch) => {
        const mutated = buildLoginText(valid);
        for (const text of [any, mutated.slice(0, at) + patch + mutated.slice(at + patch.length)]) {
          const read = parseLoginText(text);
          if (read) expect(buildLoginText(read)).toBe(text);
        }
      }),
    );
  });
});
