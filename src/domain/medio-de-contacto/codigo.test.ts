import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODIGO_CELULAR } from '#wording/aviso/medio.ts';
import { codeFromHmac, readCodigos } from './codigo.ts';

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
        expect(readCodigos(codigo)).toEqual([codigo]);
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

describe('readCodigos', () => {
  it.each([
    '12345',
    ' 12345 ',
    '1 2 3 4 5',
    '123-45',
    '12 345',
    '12\u00a0345',
    '123–45',
    '１２３４５',
    '١٢٣٤٥',
    '۱۲۳۴۵',
    '12345.',
    '«12345»',
    '\u200b12345',
    '12345 12345',
    'Buzon IMSS. Valida tu celular con el Codigo: 12345. Tienes maximo 72 horas para utilizarlo.',
    'Codigo: 12345.\nTienes maximo 72 horas',
    'Mi código es 12 345, gracias',
    'De 5512345678: Codigo: 12345. Tienes maximo 72 horas',
  ])('reads %j', (text) => {
    expect(readCodigos(text)).toEqual(['12345']);
  });
  it.each(['', '1234', '123456', '1234a', 'O1234', '-', '12,345', 'Tienes maximo 72 horas'])(
    'finds none in %j',
    (text) => {
      expect(readCodigos(text)).toEqual([]);
    },
  );
  it.each(['12345 67890', 'Codigo: 12345. Codigo: 67890.'])('finds both in %j', (text) => {
    expect(readCodigos(text)).toEqual(['12345', '67890']);
  });
  it('finds any code in its SMS, and never throws', () => {
    fc.assert(
      fc.property(HMAC, (bytes) => {
        const codigo = codeFromHmac(bytes);
        expect(readCodigos(CODIGO_CELULAR.redacta({ codigo }).texto)).toEqual([codigo]);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readCodigos(text)));
  });
});
