export type TipoDeArchivo = 'PDF' | 'PNG' | 'JPEG' | 'COMPRIMIDO' | 'HEIC' | 'MARCAS' | 'OTRO';

const FIRMAS: readonly (readonly [string, TipoDeArchivo])[] = [
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['PK\x03\x04', 'COMPRIMIDO'],
  ['PK\x05\x06', 'COMPRIMIDO'],
  ['Rar!\x1a', 'COMPRIMIDO'],
  ['7z\xbc\xaf\x27', 'COMPRIMIDO'],
  ['\x1f\x8b', 'COMPRIMIDO'],
  ['GIF8', 'OTRO'],
  ['MZ', 'OTRO'],
  ['\x7fELF', 'OTRO'],
];

/** How far into a file the header of a PDF is looked for: behind a BOM, blanks, or what a mailer or a printer put before it. */
const ANTES_DEL_PDF = 4096;
const CABEZA_DE_PDF = '%PDF-';

/** By its first bytes only: phones, mailers and printers put things behind or before, and programs read past. */
export function tipoDeArchivo(bytes: Uint8Array): TipoDeArchivo {
  const text = String.fromCharCode(...bytes.subarray(0, ANTES_DEL_PDF + CABEZA_DE_PDF.length - 1));
  const known = FIRMAS.find(([firma]) => text.startsWith(firma));
  if (known) return known[1];
  if (/^.{4}ftyp(hei|hev|mif|msf)/s.test(text)) return 'HEIC';
  if (/^(\xef\xbb\xbf)?\s*</.test(text.slice(0, 512))) return 'MARCAS';
  return text.includes(CABEZA_DE_PDF) ? 'PDF' : 'OTRO';
}
