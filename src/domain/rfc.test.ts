import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasValidCheckDigit, isPersonaMoral, parseRfc, type Rfc } from './rfc.ts';

function rfcOf(text: string): Rfc {
  const result = parseRfc(text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

describe('parseRfc', () => {
  it.each([
    'eku9003173c9',
    ' EKU 900317 3C9 ',
    'EKU-900317-3C9',
    'EKU–900317–3C9',
    '\u200bEKU9003173C9\n',
    'EKU.900317.3C9.',
    'ＥＫＵ9003173Ｃ9',
    'EKU\u00a0900317\u22123C9,',
  ])('reads %j as a person types it', (text) => expect(parseRfc(text)).toEqual({ ok: true, value: 'EKU9003173C9' }));

  it('keeps Ñ and &, in composed form', () => {
    expect(rfcOf('n\u0303an801010ab1')).toBe('ÑAN801010AB1');
    expect(rfcOf('h&e951128469')).toBe('H&E951128469');
  });

  it.each(['', 'ABC', 'EKU9003173C', 'EKU9003173C99', '1KU9003173C9', 'EKU90031A3C9', 'EKU9003173CB', 'ßKU9003173C9'])(
    'refuses %j',
    (text) => expect(parseRfc(text)).toEqual({ ok: false, error: 'RFC_MAL_FORMADO' }),
  );

  it.each(['XAXX010101000', 'xexx-010101-000'])('refuses the generic %s', (text) => {
    expect(parseRfc(text)).toEqual({ ok: false, error: 'RFC_GENERICO' });
  });

  it('never throws, and what it accepts it accepts again unchanged', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zñ&]{3,4}\d{6}[a-z\d]{2}[a\d]$/)),
        (text) => {
          const result = parseRfc(text);
          if (result.ok) expect(parseRfc(result.value)).toEqual(result);
        },
      ),
    );
  });
});

describe('isPersonaMoral', () => {
  it('tells by length', () => {
    expect(isPersonaMoral(rfcOf('EKU9003173C9'))).toBe(true);
    expect(isPersonaMoral(rfcOf('CACX7605101P8'))).toBe(false);
  });
});

describe('hasValidCheckDigit', () => {
  it.each([
    'EKU9003173C9',
    'CACX7605101P8',
    'FUNK671228PH6',
    'IIA040805DZ4',
    'XIA190128J61',
    'H&E951128469',
    'KAHO641101B39',
  ])('accepts the SAT’s test RFC %s', (text) => expect(hasValidCheckDigit(rfcOf(text))).toBe(true));

  it('fails for AAA010101AAA, which is in use all the same', () => {
    expect(hasValidCheckDigit(rfcOf('AAA010101AAA'))).toBe(false);
  });

  it('notices one digit typed wrong', () => {
    expect(hasValidCheckDigit(rfcOf('EKU9003174C9'))).toBe(false);
  });
});
