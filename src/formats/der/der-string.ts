import { type DerElement, DerError } from './der.ts';

const UTF8_STRING = 0x0c;
const PRINTABLE_STRING = 0x13;
const T61_STRING = 0x14;
const IA5_STRING = 0x16;
const BMP_STRING = 0x1e;

/** The SAT writes names with Ñ or & as T61String and means Latin-1 (efirma.md). Throws DerError. */
export function readDirectoryString({ tag, content }: DerElement): string {
  switch (tag) {
    case UTF8_STRING:
      return decode(UTF_8, content);
    case PRINTABLE_STRING:
    case IA5_STRING:
      return readAscii(content);
    case T61_STRING:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    case BMP_STRING:
      return decode(UTF_16, content);
    default:
      throw new DerError('not a directory string');
  }
}

function readAscii(content: Uint8Array): string {
  if (content.some((byte) => byte > 0x7f)) throw new DerError('not ASCII');
  return String.fromCharCode(...content);
}

// Made once: making one takes longer than reading a name with it.
const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const UTF_16 = new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true });

function decode(decoder: TextDecoder, content: Uint8Array): string {
  try {
    return decoder.decode(content);
  } catch {
    throw new DerError(`not ${decoder.encoding}`);
  }
}
