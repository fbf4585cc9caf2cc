import { cbc } from '@noble/ciphers/aes';
import { decryptTripleDes } from './triple-des.ts';

interface CbcInput {
  cipher: '3DES' | 'AES';
  key: Uint8Array;
  iv: Uint8Array;
  /** Whole blocks. */
  data: Uint8Array;
}

/** Null when the padding is wrong (RFC 5652, 6.3). The caller overwrites it. WebCrypto lacks 3DES, Chromium AES-192. */
export function decryptCbc({ cipher, key, iv, data }: CbcInput): Uint8Array<ArrayBuffer> | null {
  const padded = new Uint8Array(data.length);
  if (cipher === 'AES') cbc(key, iv, { disablePadding: true }).decrypt(data, padded);
  else decryptTripleDes({ key, iv, data, target: padded });
  return withoutPadding(padded, iv.length);
}

function withoutPadding(padded: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> | null {
  const length = padded.at(-1) ?? 0;
  const isPadded = length >= 1 && length <= size && padded.subarray(-length).every((byte) => byte === length);
  if (isPadded) return padded.subarray(0, padded.length - length);
  padded.fill(0);
  return null;
}
