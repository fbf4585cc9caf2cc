import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { BLANCO_INICIAL, nameLetters } from './name-letters.ts';

const ARCHIVOS = [
  'noto-sans/400Regular/NotoSans_400Regular',
  'noto-sans/600SemiBold/NotoSans_600SemiBold',
  'noto-sans/700Bold/NotoSans_700Bold',
  'noto-sans-mono/400Regular/NotoSansMono_400Regular',
];
/** What composes, decomposes, joins or stands for something else. */
const ADVERSAS = [
  'Ñ',
  'Ú',
  'ü',
  'N',
  'ẹ',
  'ǹ',
  'ﬁ',
  'fi',
  'office',
  'i\u030a',
  'n\u0308',
  '½',
  '1\u20442',
  '‐',
  '-',
  '中',
  '😀',
];

const open = (archivo: string) =>
  nameLetters(create(readFileSync(`node_modules/@expo-google-fonts/${archivo}.ttf`)) as Font);
const named = (font: Font, text: string) => font.layout(text).glyphs.flatMap(({ codePoints }) => codePoints);
const text = (codePoints: number[]) => String.fromCodePoint(...codePoints);

describe.each(ARCHIVOS)('%s', (archivo) => {
  const font = open(archivo);

  it('names every letter that it has by itself, whatever was read before', () => {
    for (const codePoint of font.characterSet.toReversed()) {
      const letter = String.fromCodePoint(codePoint);
      if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(letter)) expect(text(named(font, letter))).toBe(letter);
    }
  });

  it('names a word by its letters, once in a document for each glyph and name', () => {
    const WORD = fc.array(fc.constantFrom(...ADVERSAS), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 5 }), (words) => {
        const subset = font.createSubset();
        const nameOf = new Map<number, string>();
        for (const word of words) {
          expect(text(named(font, word))).toBe(word);
          for (const { id, codePoints } of font.layout(word).glyphs) {
            const place = subset.includeGlyph(id);
            expect(nameOf.get(place) ?? text(codePoints)).toBe(text(codePoints));
            nameOf.set(place, text(codePoints));
          }
        }
      }),
    );
  });

  it('draws «?» for what it has not, under its own name, and never names a control', () => {
    const [question] = font.layout('?').glyphs;
    const { glyphs } = font.layout('中\u0007');
    expect(glyphs.map(({ id }) => id % 0x1_0000)).toEqual([question?.id, question?.id].map((id = 0) => id % 0x1_0000));
    expect(glyphs.map(({ codePoints }) => text(codePoints))).toEqual(['中', '?']);
  });

  it('puts the blank between two lines on the letter behind it, which is as wide as ever', () => {
    const { glyphs, advanceWidth } = font.layout(`${BLANCO_INICIAL}ÑA`);
    expect(glyphs.map(({ codePoints }) => text(codePoints))).toEqual([' Ñ', 'A']);
    expect(advanceWidth).toBe(font.layout('ÑA').advanceWidth);
  });
});
