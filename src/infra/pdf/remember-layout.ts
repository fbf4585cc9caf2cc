import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';

/** Room for every word of the plantillas and legal texts: some hundred bytes each. */
const PALABRAS = 4_000;
/** A longer «word» is a sello or a cadena, which never comes again. */
const LETRAS = 40;
const ASCII = /^[ -~]*$/;

/**
 * The same font, but it lays out each word once and not once for every document: that is half of the time of an acuse,
 * and nearly all of its words are those of the one before. The words that were used longest ago are forgotten.
 */
export function rememberLayout(font: Font, limit = PALABRAS): Font {
  const known = new Map<string, GlyphRun>();
  return withLayout(font, (text, features) => {
    if (features || text.length > LETRAS) return font.layout(text, features);
    const run = known.get(text) ?? font.layout(text);
    known.delete(text);
    known.set(text, run);
    if (known.size > limit) known.delete(known.keys().next().value as string);
    return new Composicion(run.glyphs, run.positions);
  });
}

/**
 * The same font, of one width and without ligatures, but what is ASCII is laid out letter by letter: base64, cadenas and
 * numbers need no rules of any script.
 */
export function layOutEvenly(font: Font): Font {
  return withLayout(font, (text, features) => {
    if (!ASCII.test(text)) return font.layout(text, features);
    const glyphs = font.glyphsForString(text);
    return new Composicion(glyphs, glyphs.map(inPlace));
  });
}

/** Glyphs and where they go. pdfkit scales the positions that it is given, so each taker has its own. */
class Composicion implements GlyphRun {
  readonly positions: GlyphPosition[];

  constructor(
    readonly glyphs: Glyph[],
    positions: readonly GlyphPosition[],
  ) {
    this.positions = positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => ({
      xAdvance,
      yAdvance,
      xOffset,
      yOffset,
    }));
  }

  get advanceWidth(): number {
    return this.positions.reduce((width, { xAdvance }) => width + xAdvance, 0);
  }
}

function inPlace({ advanceWidth }: Glyph): GlyphPosition {
  return { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 };
}

function withLayout(font: Font, layout: Font['layout']): Font {
  return Object.create(font as object, { layout: { value: layout } }) as Font;
}
