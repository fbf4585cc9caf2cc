import type { Font, Glyph, GlyphPosition, GlyphRun } from 'fontkit';

/** Room for every word of the plantillas and legal texts. */
const PALABRAS = 4_000;
/** A longer «word» is a sello or a cadena, which never comes again. */
const LETRAS = 40;
const ASCII = /^[ -~]*$/;
/** pdfkit scales the positions that it is given to thousandths of the size; these are that already, so they can be shared. */
const UNIDADES = 1000;

/** Lays out each word once and not once for every document: half of an acuse's time. Full, it forgets all of them. */
export function rememberLayout(font: Font, limit = PALABRAS): Font {
  const known = new Map<string, GlyphRun>();
  return withLayout(font, (text) => {
    const remembered = known.get(text);
    if (remembered) return remembered;
    const run = compose(font.layout(text));
    if (known.size === limit) known.clear();
    if (text.length <= LETRAS) known.set(text, run);
    return run;
  });
}

/** ASCII letter by letter: base64, cadenas and numbers need no rules of any script. */
export function layOutEvenly(font: Font): Font {
  const known = new Map<Glyph, GlyphPosition>();
  const placeOf = (glyph: Glyph) => {
    const position = known.get(glyph) ?? place(glyph);
    known.set(glyph, position);
    return position;
  };
  return withLayout(font, (text) => {
    if (!ASCII.test(text)) return font.layout(text);
    const glyphs = font.glyphsForString(text);
    return compose({ glyphs, positions: glyphs.map(placeOf) });
  });
}

export function placeEvenly(glyphs: Glyph[]): GlyphRun {
  return compose({ glyphs, positions: glyphs.map(place) });
}

function place({ advanceWidth }: Glyph): GlyphPosition {
  return { xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 };
}

function compose({ glyphs, positions }: Pick<GlyphRun, 'glyphs' | 'positions'>): GlyphRun {
  return { glyphs, positions, advanceWidth: positions.reduce((width, { xAdvance }) => width + xAdvance, 0) };
}

/** Throws RangeError on a font that pdfkit would scale. */
function withLayout(font: Font, layout: (text: string) => GlyphRun): Font {
  if (font.unitsPerEm !== UNIDADES) throw new RangeError(`a font of ${font.unitsPerEm} units`);
  return Object.create(font as object, { layout: { value: layout } }) as Font;
}
