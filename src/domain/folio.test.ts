import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFolio, parseFolio } from './folio.ts';

const YEAR = fc.integer({ min: 2020, max: 2120 });
const SEQUENCE = fc.oneof(fc.integer({ min: 1, max: 2 ** 40 }), fc.bigInt({ min: 1n, max: 10n ** 14n }));

describe('buildFolio', () => {
  it('pads the sequence to eight digits', () => expect(buildFolio(2026, 1)).toBe('BI-2026.00000001-52'));
  it('lets the sequence grow', () => expect(buildFolio(2026, 123456789n)).toMatch(/^BI-2026\.123456789-\d\d$/));
  it('leaves remainder 1 of 97 (ISO 7064 MOD 97-10)', () => {
    fc.assert(
      fc.property(YEAR, SEQUENCE, (year, sequence) => {
        expect(BigInt(buildFolio(year, sequence).replace(/\D/g, '')) % 97n).toBe(1n);
      }),
    );
  });
  it.each([
    [2026, 0],
    [2026, -1],
    [2026, 1.5],
    [2026, Number.NaN],
    [26, 1],
    [12026, 1],
  ])('throws for %d, %d', (year, sequence) => expect(() => buildFolio(year, sequence)).toThrow(RangeError));
});

describe('parseFolio', () => {
  it('reads back every folio that is built', () => {
    fc.assert(
      fc.property(YEAR, SEQUENCE, (year, sequence) => {
        const folio = buildFolio(year, sequence);
        expect(parseFolio(folio)).toEqual({ ok: true, value: folio });
      }),
    );
  });
  it.each([
    ' bi-2026.00000001-52 ',
    'BI–2026.00000001–52',
    'BI-2026. 00000001 -52',
    'BI-2026.00000001-52.',
    '(BI-2026.00000001-52)',
    '«bi−2026.00000001−52»,',
    'BI 2026 00000001 52',
    'Folio: BI-2026.00000001-52',
    'BI\u00ad-2026.0000\u200b0001-52\u00a0',
  ])('reads %j as typed', (text) => {
    expect(parseFolio(text)).toEqual({ ok: true, value: 'BI-2026.00000001-52' });
  });
  it.each([
    '',
    'BI-2026.00000001-53',
    'BI-2026.0000001-52',
    'BI-2026.000000001-52',
    'BI-2026.00000001',
    'BI-2026.00000001-52 OR 1',
    '1 OR BI-2026.00000001-52',
    'ABI-2026.00000001-52',
    'BI-２０２６.00000001-52',
  ])('refuses %j', (text) => expect(parseFolio(text)).toEqual({ ok: false, error: 'FOLIO_MAL_FORMADO' }));
  it('notices any single digit typed wrong and any two neighbours swapped', () => {
    fc.assert(
      fc.property(YEAR, SEQUENCE, fc.nat({ max: 15 }), fc.integer({ min: 1, max: 9 }), (year, sequence, at, shift) => {
        const folio = buildFolio(year, sequence);
        const places = [...folio].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
        const i = places[at % places.length] as number;
        const wrong = folio.slice(0, i) + ((Number(folio[i]) + shift) % 10) + folio.slice(i + 1);
        expect(parseFolio(wrong).ok).toBe(false);
        const swapped = folio.slice(0, i) + folio[i + 1] + folio[i] + folio.slice(i + 2);
        if (swapped !== folio) expect(parseFolio(swapped).ok).toBe(false);
      }),
    );
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseFolio(text)));
  });
});
