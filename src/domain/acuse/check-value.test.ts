import { describe, expect, it } from 'vitest';
import { checkValue, parseCheckValue, verificationPath } from './check-value.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('checkValue', () => {
  it.each([
    // RFC 4648, section 10: the base32 of «foobar» is MZXW6YTBOI======.
    ['foobar', 'MZXW6YTBOI'],
    ['foobarfoobar', 'MZXW6YTBOJ'],
  ])('is the base32 of %j, cut to ten characters', (text, value) => {
    expect(checkValue(new Uint8Array([...bytes(text), 0]))).toBe(value);
  });
  it('does not take a digest that is too short', () => expect(() => checkValue(bytes('foob'))).toThrow(RangeError));
});

describe('parseCheckValue', () => {
  it.each([
    'MZXW6YTBOI',
    'mzxw6ytboi',
    ' mzxw6-ytboi ',
    'MZXW6–YTBOI',
    '(MZXW6YTBOI).',
    '«MZXW6YTBOI»',
    '3DMZXW6YTBOI',
    'MZXW6YTBOI\u200b',
  ])('reads %j', (text) => {
    expect(parseCheckValue(text)).toBe('MZXW6YTBOI');
  });
  it.each(['', 'MZXW6YTBO', 'MZXW6YTBOI2', 'MZXW6YTBO1', 'MZXW6YTBOÍ'])('refuses %j', (text) => {
    expect(parseCheckValue(text)).toBeNull();
  });
});

describe('verificationPath', () => {
  it('is the address of the contract', () => {
    expect(verificationPath('BI-2026.00000001-52', 'VALIDACION', 'MZXW6YTBOI')).toBe(
      '/verificar/BI-2026.00000001-52/validacion?v=MZXW6YTBOI',
    );
  });
});
