import type { Font, Glyph, GlyphRun, Subset } from 'fontkit';
import { placeEvenly } from './remember-layout.ts';

/** The blank between two lines, as part of the letter behind it: readers leave out one that ends a line by itself. */
export const BLANCO_INICIAL = '\ufdd0';

/** Glyph ids have 16 bits; above them stands the name of the glyph, so that each of its names is a glyph of its own. */
const GLIFOS = 0x1_0000;
const LETRAS = 0x11_0000;
const BLANCO = 0x20;
/** Drawn in place of what a font has no glyph for: one missing glyph breaks PDF/A. */
const FALTANTE = '?'.codePointAt(0) as number;
/** A name may be neither a control nor half of a pair (ISO 19005-2, 6.2.11.7.2). */
const SIN_NOMBRE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/u;
const UNA_POR_UNA = { liga: false };

type Letra = ReturnType<typeof letraOf>;

/**
 * Each glyph is named, by its place, for the letter it was drawn for: names are what is copied. fontkit keeps a glyph
 * under whatever the first text of the process left it as: Ñ read first leaves N without a name in every later
 * document.
 */
export function nameLetters(font: Font): Font {
  // In this order whatever comes first, since fontkit's rules for fractions read the names that it keeps.
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
  const named = new Map<number, Glyph>();
  const nameGlyph = (glyph: Glyph, nombre: number): Glyph => {
    const id = nombre * GLIFOS + glyph.id;
    const known = named.get(id) ?? { id, advanceWidth: glyph.advanceWidth, codePoints: codePointsOf(nombre) };
    named.set(id, known);
    return known;
  };
  const glyphsOf = (letras: Letra[]) => letras.map((l) => nameGlyph(font.glyphForCodePoint(l.dibujo), l.nombre));
  const layout = (text: string): GlyphRun => {
    const letras = lettersOf(font, text);
    const drawn = String.fromCodePoint(...letras.map(({ dibujo }) => dibujo));
    const { glyphs, positions, advanceWidth } = font.layout(drawn, UNA_POR_UNA, 'latn');
    if (glyphs.length !== letras.length) return placeEvenly(glyphsOf(letras));
    const nombreOf = (i: number) => (letras[i] as Letra).nombre;
    return { glyphs: glyphs.map((glyph, i) => nameGlyph(glyph, nombreOf(i))), positions, advanceWidth };
  };
  return Object.create(font, {
    layout: { value: layout },
    glyphsForString: { value: (text: string) => glyphsOf(lettersOf(font, text)) },
    createSubset: { value: () => includeNamed(font.createSubset()) },
  });
}

function lettersOf(font: Font, text: string): Letra[] {
  const letras: Letra[] = [];
  let isBehindBlank = false;
  for (const char of text) {
    if (char !== BLANCO_INICIAL) {
      const letra = letraOf(font, char);
      letras.push(isBehindBlank ? { ...letra, nombre: letra.nombre + LETRAS } : letra);
    }
    isBehindBlank = char === BLANCO_INICIAL;
  }
  return letras;
}

function letraOf(font: Font, char: string) {
  const code = char.codePointAt(0) as number;
  const dibujo = font.hasGlyphForCodePoint(code) ? code : FALTANTE;
  return { dibujo, nombre: SIN_NOMBRE.test(char) ? dibujo : code };
}

function codePointsOf(nombre: number): number[] {
  return nombre < LETRAS ? [nombre] : [BLANCO, nombre - LETRAS];
}

function includeNamed(subset: Subset): Subset {
  const places = new Map<number, number>();
  return Object.create(subset, {
    includeGlyph: {
      value: (id: number) => {
        const place = places.get(id) ?? subset.glyphs.push(id % GLIFOS) - 1;
        places.set(id, place);
        return place;
      },
    },
    encode: { value: () => subset.encode() },
  });
}
