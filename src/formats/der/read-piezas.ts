import { berToDer } from './ber-to-der.ts';
import { type DerElement, nullIfMalformed, readElement, TAG } from './der.ts';
import { judgeShape, readCarriedCertificados } from './judge-shape.ts';
import {
  asText,
  type Bloque,
  type CifradoDePem,
  isLongSequence,
  MAX_BLOQUES,
  readBloques,
  skipBlanks,
} from './read-bloques.ts';

export type TipoDePieza =
  | 'CERTIFICADO'
  | 'LLAVE_CIFRADA'
  | 'LLAVE_SIN_CIFRAR'
  | 'PFX'
  /** `.req`, `.ren`, `.sdg`. */
  | 'SOLICITUD'
  | 'NO_ADMITIDO'
  | 'COMPRIMIDO'
  | 'PAGINA_WEB'
  | 'VACIO'
  | 'DANADO'
  | 'OTRO';

export interface Pieza {
  tipo: TipoDePieza;
  /** Byte for byte as it was in the file; under `cifrado`, what is encrypted. */
  der: Uint8Array;
  cifrado: CifradoDePem | null;
}

/**
 * By content and never by name: people swap the two files, and some systems hide extensions. At least one thing, in the
 * order of the file. In time linear in the size; never throws.
 */
export function readPiezas(bytes: Uint8Array): Pieza[] {
  const tipo = judgeBeginning(bytes);
  return tipo ? [pieza(tipo, bytes)] : readBloques(bytes).flatMap(readBloque);
}

/** Those of a file, in its order. */
export function readCertificados(bytes: Uint8Array): Uint8Array[] {
  return readPiezas(bytes).flatMap(({ tipo, der }) => (tipo === 'CERTIFICADO' ? [der] : []));
}

function judgeBeginning(bytes: Uint8Array): TipoDePieza | null {
  const start = skipBlanks(bytes, 0);
  if (start === bytes.length) return 'VACIO';
  const text = asText(bytes.subarray(0, 256));
  const isThis = (beginning: string) => text.startsWith(beginning) || text.toLowerCase().startsWith(beginning);
  return BEGINNINGS.find(([, beginnings]) => beginnings.some(isThis))?.[0] ?? null;
}

function readBloque({ etiqueta, bytes, cifrado }: Bloque): Pieza[] {
  if (etiqueta && OF_OTHER_PROGRAMS.test(etiqueta)) return [pieza('NO_ADMITIDO', bytes)];
  if (cifrado) return [{ tipo: 'LLAVE_CIFRADA', der: bytes, cifrado }];
  if (looksLikePfx(bytes)) return [pieza('PFX', bytes)];
  const found = [...readSequences(bytes), ...readBer(bytes)].flatMap(readSequence);
  if (found.length > 0) return found;
  return [pieza(etiqueta !== null || isLongSequence(bytes, 0) ? 'DANADO' : 'OTRO', bytes)];
}

function readSequences(bytes: Uint8Array): DerElement[] {
  const found: DerElement[] = [];
  for (let at = 0; bytes[at] === TAG.sequence && found.length < MAX_BLOQUES; at = skipBlanks(bytes, at)) {
    const element = nullIfMalformed(() => readElement(bytes, at));
    if (!element) break;
    found.push(element);
    at += element.raw.length;
  }
  return found;
}

function readBer(bytes: Uint8Array): DerElement[] {
  if (bytes[0] !== TAG.sequence || nullIfMalformed(() => readElement(bytes, 0))) return [];
  const der = nullIfMalformed(() => berToDer(bytes));
  return der ? readSequences(der) : [];
}

function readSequence(element: DerElement): Pieza[] {
  const forma = nullIfMalformed(() => judgeShape(element));
  if (forma !== 'PKCS7') return [pieza(forma ?? 'DANADO', element.raw)];
  const carried = nullIfMalformed(
    () => readCarriedCertificados(element)?.flatMap(readSequence) ?? [pieza('SOLICITUD', element.raw)],
  );
  return carried ?? [pieza('DANADO', element.raw)];
}

/** PKCS #12 is often BER with indefinite lengths, which the strict reader refuses: look at its first bytes alone. */
function looksLikePfx(bytes: Uint8Array): boolean {
  if (bytes[0] !== TAG.sequence) return false;
  const length = bytes[1] ?? 0;
  const start = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return [TAG.integer, 1, 3, TAG.sequence].every((byte, index) => bytes[start + index] === byte);
}

function pieza(tipo: TipoDePieza, der: Uint8Array): Pieza {
  return { tipo, der, cifrado: null };
}

const BEGINNINGS: [TipoDePieza, string[]][] = [
  ['COMPRIMIDO', ['PK\x03\x04', 'PK\x05\x06', 'Rar!', '7z\xbc\xaf', '\x1f\x8b']],
  ['PAGINA_WEB', ['<!doctype html', '<html', '<head', '<body', '<script', '<meta']],
  // Java's two stores, Microsoft's PVK, PuTTY's, and SSH as others write it.
  [
    'NO_ADMITIDO',
    ['\xfe\xed\xfe\xed', '\xce\xce\xce\xce', '\x1e\xf1\xb5\xb0', 'PuTTY-User', '---- BEGIN SSH2', 'ssh-'],
  ],
];
const OF_OTHER_PROGRAMS = /^(?:OPENSSH|SSH|PGP)/;
