/** The files of an evidence ZIP, by name. */
export type Archivos = Map<string, Uint8Array>;

/** A certificate in DER as openssl reads it best. */
export function toPem(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
