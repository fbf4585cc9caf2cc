import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { layOutEvenly, rememberLayout } from './remember-layout.ts';

// Full static TTF: woff2 crashes fontkit, and the latin subsets lack letters that names have (pdf.md).
const ARCHIVOS = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  mono: 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
} as const;

export type Fuente = keyof typeof ARCHIVOS;

/** ASCII and the letters of western Europe, which every one of them has. */
const EN_TODAS = /^[ -~¡-¬®-ÿ]*$/;

const parsed = new Map<Fuente, Font>();

/** Gives a document its fonts. Each is parsed once per process: that is most of the time of the first document. */
export function registerFuentes(doc: PDFKit.PDFDocument): void {
  for (const fuente of Object.keys(ARCHIVOS) as Fuente[]) {
    doc.registerFont(fuente, parseFuente(fuente) as unknown as PDFKit.Mixins.PDFFontSource);
  }
}

/**
 * The text as a font can print it: what it has no glyph for becomes «?», because one missing glyph breaks PDF/A.
 * The true text goes beside it, in the structure.
 */
export function printable(texto: string, fuente: Fuente): string {
  if (EN_TODAS.test(texto)) return texto;
  const font = parseFuente(fuente);
  return Array.from(texto, (char) => (font.hasGlyphForCodePoint(char.codePointAt(0) as number) ? char : '?')).join('');
}

function parseFuente(fuente: Fuente): Font {
  const known = parsed.get(fuente);
  if (known) return known;
  // By the working directory, as bundlers move this module but not the packages (pdf.md, «Next»).
  const path = join(process.cwd(), 'node_modules/@expo-google-fonts', ARCHIVOS[fuente]);
  const file = create(readFileSync(path));
  const font = fuente === 'mono' ? layOutEvenly(file) : rememberLayout(file);
  parsed.set(fuente, font);
  return font;
}
