import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import { nameLetters } from './name-letters.ts';
import { layOutEvenly, rememberLayout } from './remember-layout.ts';

// Full static TTF: woff2 crashes fontkit, and the latin subsets lack letters that names have (pdf.md).
const ARCHIVOS = {
  regular: 'noto-sans/400Regular/NotoSans_400Regular.ttf',
  semibold: 'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  bold: 'noto-sans/700Bold/NotoSans_700Bold.ttf',
  mono: 'noto-sans-mono/400Regular/NotoSansMono_400Regular.ttf',
} as const;

export type Fuente = keyof typeof ARCHIVOS;

const parsed = new Map<Fuente, Font>();

/** Each is parsed once per process: that is most of the time of the first document. */
export function registerFuentes(doc: PDFKit.PDFDocument): void {
  for (const fuente of Object.keys(ARCHIVOS) as Fuente[]) {
    doc.registerFont(fuente, parseFuente(fuente) as unknown as PDFKit.Mixins.PDFFontSource);
  }
}

function parseFuente(fuente: Fuente): Font {
  const known = parsed.get(fuente);
  if (known) return known;
  // By the working directory, as bundlers move this module but not the packages (pdf.md, «Next»).
  const path = join(process.cwd(), 'node_modules/@expo-google-fonts', ARCHIVOS[fuente]);
  const file = nameLetters(create(readFileSync(path)));
  const font = fuente === 'mono' ? layOutEvenly(file) : rememberLayout(file);
  parsed.set(fuente, font);
  return font;
}
