import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it, vi } from 'vitest';
import { layOutEvenly, rememberLayout } from './remember-layout.ts';

const open = (file: string) => create(readFileSync(`node_modules/@expo-google-fonts/${file}.ttf`));
const regular = open('noto-sans/400Regular/NotoSans_400Regular');
const mono = open('noto-sans-mono/400Regular/NotoSansMono_400Regular');

const WORD = fc.oneof(
  fc.string({ maxLength: 50 }),
  fc.string({ unit: fc.constantFrom('a', 'A', 'V', 'T', 'o', 'Ñ', 'fi', '=', '!', ' ', 'i\u0308'), maxLength: 12 }),
);

/** Takes a word as pdfkit does: it scales the positions where they are. */
function take(font: Font, text: string) {
  const run = font.layout(text);
  for (const [index, position] of run.positions.entries()) {
    for (const key in position) position[key as keyof typeof position] *= 1000 / font.unitsPerEm;
    Object.assign(position, { advanceWidth: run.glyphs[index]?.advanceWidth });
  }
  const positions = run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [
    xAdvance,
    yAdvance,
    xOffset,
    yOffset,
  ]);
  return { glyphs: run.glyphs.map(({ id }) => id), positions, width: run.advanceWidth };
}

describe('rememberLayout', () => {
  it('gives what the font gives, the first time and every other, also after it has forgotten', () => {
    const remembering = rememberLayout(regular, 3);
    fc.assert(
      fc.property(fc.array(WORD, { minLength: 1, maxLength: 8 }), (words) => {
        for (const word of [...words, ...words]) expect(take(remembering, word)).toEqual(take(regular, word));
      }),
    );
  });

  it('lays a word out once, and no more words are kept than it was told', () => {
    const layout = vi.fn((text: string) => regular.layout(text));
    const remembering = rememberLayout(Object.create(regular as object, { layout: { value: layout } }) as Font, 2);
    for (const word of ['de', 'la', 'de', 'la', 'el', 'el', 'de']) remembering.layout(word);
    expect(layout.mock.calls.map(([text]) => text)).toEqual(['de', 'la', 'el', 'de']);
  });
});

it('a font that pdfkit would scale is refused, since what is shared would be scaled again and again', () => {
  const font = Object.create(regular as object, { unitsPerEm: { value: 2048 } }) as Font;
  expect(() => rememberLayout(font)).toThrow(RangeError);
});

describe('layOutEvenly', () => {
  it('gives what the font gives', () => {
    const even = layOutEvenly(mono);
    fc.assert(
      fc.property(WORD, (word) => {
        expect(take(even, word)).toEqual(take(mono, word));
      }),
    );
  });
});
