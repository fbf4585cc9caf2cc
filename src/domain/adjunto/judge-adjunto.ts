import { fail, ok, type Result } from '../result.ts';
import { findText, hasText, textBetween } from './bytes.ts';
import { judgeJpeg } from './jpeg.ts';
import { FIRMA_PDF, judgePdf } from './pdf.ts';
import { FIRMA_PNG, judgePng } from './png.ts';
import { ADJUNTO_MAXIMO_BYTES } from './tamano.ts';

/** As the enum TipoDeAdjunto of the schema. */
export type TipoDeAdjunto = 'PDF' | 'PNG' | 'JPEG';

export type AdjuntoError =
  | 'ADJUNTO_VACIO'
  | 'ADJUNTO_DEMASIADO_GRANDE'
  | 'ADJUNTO_COMPRIMIDO'
  | 'ADJUNTO_HEIC'
  | 'ADJUNTO_DE_TEXTO'
  | 'ADJUNTO_NO_ADMITIDO'
  | 'ADJUNTO_DANADO'
  | 'ADJUNTO_CON_OTRO_ARCHIVO'
  | 'ADJUNTO_CON_CONTRASENA';

const JUDGES = { PDF: judgePdf, PNG: judgePng, JPEG: judgeJpeg } as const satisfies Record<TipoDeAdjunto, unknown>;

/**
 * What a file is by its content, whatever its name and the browser say: the first bytes choose the format and the whole
 * of it must have that structure from beginning to end, so that nothing is hidden behind it. It is no search for viruses.
 */
export function judgeAdjunto(bytes: Uint8Array): Result<TipoDeAdjunto, AdjuntoError> {
  if (bytes.length === 0) return fail('ADJUNTO_VACIO');
  if (bytes.length > ADJUNTO_MAXIMO_BYTES) return fail('ADJUNTO_DEMASIADO_GRANDE');
  const tipo = tipoByFirma(bytes);
  if (!tipo) return fail(explainOther(bytes));
  const verdict = JUDGES[tipo](bytes);
  if (verdict === 'CON_MAS' || hasZip(bytes)) return fail('ADJUNTO_CON_OTRO_ARCHIVO');
  if (verdict === 'DANADO') return fail('ADJUNTO_DANADO');
  return verdict === 'CIFRADO' ? fail('ADJUNTO_CON_CONTRASENA') : ok(tipo);
}

function tipoByFirma(bytes: Uint8Array): TipoDeAdjunto | null {
  if (hasText(bytes, 0, FIRMA_PDF)) return 'PDF';
  if (hasText(bytes, 0, FIRMA_PNG)) return 'PNG';
  return hasText(bytes, 0, '\xff\xd8\xff') ? 'JPEG' : null;
}

/** A ZIP is read from its end, wherever it begins: the record that ends it stands in the last 64 KiB and 22 bytes. */
function hasZip(bytes: Uint8Array): boolean {
  return findText(bytes, 'PK\x05\x06', Math.max(0, bytes.length - 0xffff - 22)) !== -1;
}

const COMPRIMIDOS = ['PK\x03\x04', 'PK\x05\x06', 'Rar!\x1a', '7z\xbc\xaf\x27', '\x1f\x8b'];

/** What the file is instead, as far as that helps the person to make one that is taken. */
function explainOther(bytes: Uint8Array): AdjuntoError {
  if (COMPRIMIDOS.some((firma) => hasText(bytes, 0, firma)) || hasZip(bytes)) return 'ADJUNTO_COMPRIMIDO';
  if (/^ftyp(hei|hev|mif|msf)/.test(textBetween(bytes, 4, 12))) return 'ADJUNTO_HEIC';
  return /^(\xef\xbb\xbf)?\s*</.test(textBetween(bytes, 0, 512)) ? 'ADJUNTO_DE_TEXTO' : 'ADJUNTO_NO_ADMITIDO';
}
