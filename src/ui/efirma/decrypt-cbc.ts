import { createAes } from './aes.ts';
import { createTripleDes } from './triple-des.ts';

export interface CbcInput {
  cipher: '3DES' | 'AES';
  key: Uint8Array;
  iv: Uint8Array;
  /** Whole blocks. */
  data: Uint8Array;
}

/**
 * Decrypts CBC with PKCS #7 padding (RFC 5652, 6.3). Null when the padding is wrong, which a wrong password nearly
 * always causes. The caller overwrites what it gets.
 */
export function decryptCbc({ cipher: name, key, iv, data }: CbcInput): Uint8Array<ArrayBuffer> | null {
  const cipher = name === '3DES' ? createTripleDes(key) : createAes(key);
  const padded = Uint8Array.from(data);
  const size = cipher.blockBytes;
  for (let offset = 0; offset < padded.length; offset += size) {
    const previous = offset === 0 ? iv : data.subarray(offset - size, offset);
    const block = padded.subarray(offset, offset + size);
    cipher.decryptBlock(block);
    for (const [index, byte] of previous.entries()) block[index] = (block[index] as number) ^ byte;
  }
  cipher.wipe();
  return withoutPadding(padded, size);
}

function withoutPadding(padded: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> | null {
  const length = padded.at(-1) ?? 0;
  const isPadded = length >= 1 && length <= size && padded.subarray(-length).every((byte) => byte === length);
  if (isPadded) return padded.subarray(0, padded.length - length);
  padded.fill(0);
  return null;
}
