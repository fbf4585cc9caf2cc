import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeFromHmac, normalizeCodigo } from './codigo.ts';

const HMAC = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('codeFromHmac', () => {
  it('keeps leading zeros', () => {
    expect(codeFromHmac(new Uint8Array(32))).toBe('00000');
    expect(codeFromHmac(Uint8Array.of(0, 0, 0, 0, 0, 7))).toBe('00007');
    expect(codeFromHmac(Uint8Array.of(255, 255, 255, 255, 255, 255))).toBe('10655');
  });

  it('is five digits of the same bytes every time, and its own normal form', () => {
    fc.assert(
      fc.property(HMAC, (bytes) => {
        const codigo = codeFromHmac(bytes);
        expect(codigo).toMatch(/^\d{5}$/);
        expect(codeFromHmac(bytes)).toBe(codigo);
        expect(normalizeCodigo(codigo)).toBe(codigo);
      }),
    );
  });

  it('spreads evenly over the first digit', () => {
    const counts = new Array<number>(10).fill(0);
    const total = 20_000;
    // A fixed multiplicative sequence in place of an HMAC: spread over 48 bits, and the same on every run.
    for (let i = 1n; i <= total; i++) {
      const mixed = (i * 0x9e3779b97f4a7c15n) & 0xffffffffffffn;
      const bytes = Uint8Array.from({ length: 6 }, (_, k) => Number((mixed >> BigInt(8 * k)) & 0xffn));
      const first = Number(codeFromHmac(bytes)[0]);
      counts[first] = (counts[first] as number) + 1;
    }
    for (const count of counts) expect(Math.abs(count - total / 10)).toBeLessThan(total / 50);
  });

  it('throws on too few bytes', () => expect(() => codeFromHmac(new Uint8Array(5))).toThrow(RangeError));
});

describe('normalizeCodigo', () => {
  it.each(['12345', ' 12345 ', '1 2 3 4 5', '123-45', '１２３４５', '12345.', '\u200b12345'])('reads %j', (text) => {
    expect(normalizeCodigo(text)).toBe('12345');
  });
  it.each(['', '1234', '123456', '1234a', 'O1234', '-', '12,345'])('refuses %j', (text) => {
    expect(normalizeCodigo(text)).toBeNull();
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void normalizeCodigo(text)));
  });
});
