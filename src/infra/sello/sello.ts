/**
 * The institute's sello digital: the one seam behind which its key is, be it a file here or a device elsewhere.
 * Signatures are RSA-SHA256, PKCS#1 v1.5 (dominio.md, «Cadena original and sello»).
 */
export interface Sello {
  /** SHA-256 of the certificate (DER), in hexadecimal. */
  huella: string;
  /** Serial number of the certificate, as acuses print it. */
  serie: string;
  certificadoPem: string;
  /** Whether the certificate is the demo's: then every acuse says that it has no official validity. */
  isDemo: boolean;
  /** Whether the key is elsewhere: whoever asks waits for as long as that takes, and must not keep others waiting meanwhile. */
  isDeFuera?: boolean;
  /** Signs the bytes of a cadena original. Rejects, with the code SIN_SELLO, when the key cannot be used. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
