import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './texto-limpio.ts';

describe('cleanText', () => {
  it('composes accents (NFC)', () => expect(cleanText('Ibán\u0303ez')).toBe('Ibáñez'));

  it('collapses and trims every kind of blank', () => {
    expect(cleanText('  Escuela\u00a0 Kemper\t\r\nUrgate\u2003\u2028')).toBe('Escuela Kemper Urgate');
  });

  it.each([
    ['control characters', 'A\u0000B\u007fC\u0009'],
    ['zero-width and soft hyphens', 'A\u200bB\u00ad\u2060C\ufeff'],
    ['bidirectional controls', '\u202eA\u2066B\u200fC'],
    ['variation selectors and fillers', 'A\ufe0fB\u3164\u034fC'],
    ['lone surrogates and noncharacters', 'A\ud800B\uffffC'],
    ['private use', 'A\ue000BC'],
  ])('removes %s', (_what, text) => expect(cleanText(text)).toBe('ABC'));

  it('leaves what is in names', () =>
    expect(cleanText('Ñandú & Güemes, S.A. de C.V. (№ 1) «Ł»')).toBe('Ñandú & Güemes, S.A. de C.V. (№ 1) «Ł»'));

  it('gives an empty text for nothing visible', () => expect(cleanText(' \u200b\n')).toBe(''));

  it('is idempotent, NFC, and without blanks at its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(clean).toBe(clean.trim());
      }),
    );
  });
});
