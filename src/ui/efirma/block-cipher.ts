/**
 * Decrypts one block of bytes, in place. The ciphers are ours because WebCrypto has no 3DES and Chromium's no AES-192,
 * and a library's share of the worker was 12 kB and kept the key in strings, which cannot be overwritten. They only
 * open a file: what comes out is a key that must then sign what the certificate verifies, so that a fault in them could
 * never pass for a result.
 */
export interface BlockCipher {
  blockBytes: number;
  decryptBlock(block: Uint8Array): void;
  /** Overwrites the expanded key. */
  wipe(): void;
}
