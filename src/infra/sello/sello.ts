/** The one seam behind which the institute's key is. RSA-SHA256, PKCS#1 v1.5 (dominio.md, «Cadena original»). */
export interface Sello {
  huella: string;
  serie: string;
  /** Its certificate and, where SELLO_CERT has them, those of its authorities, each after what it signed. */
  certificadoPem: string;
  /** Then every acuse says that it has no official validity. */
  isDemo: boolean;
  /** Whoever asks waits for as long as that takes, and must not keep others waiting meanwhile. */
  isDeFuera?: boolean;
  /** Rejects, with the code SIN_SELLO, when the key cannot be used. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}
