/**
 * The DER bytes inside the first PEM block (RFC 7468) of a file; any other input comes back as it is.
 * Text before the block (openssl's «Bag Attributes», a byte order mark) is skipped.
 */
export function unwrapPem(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === SEQUENCE) return bytes;
  const block = PEM_BLOCK.exec(asLatin1(bytes));
  if (!block) return bytes;
  return decodeBase64(block[2] as string) ?? bytes;
}

const SEQUENCE = 0x30;
const PEM_BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\s]*)-----END \1-----/;

function asLatin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function decodeBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
