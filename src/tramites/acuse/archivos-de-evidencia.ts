export type Archivos = Map<string, Uint8Array>;

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
