const RFC_PAIR = /^([A-ZÑ&]{3,4}\d{6}[A-Z\d]{2}[A\d])(?: ?\/ ?([A-ZÑ&]{4}\d{6}[A-Z\d]{2}[A\d]))?$/;
const CURP_PAIR = /^([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d)?(?: ?\/ ?([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d))?$/;

/** The SAT's RFCs for the public at large and for foreigners: nobody's, so they own no buzón (dominio.md). */
const RFC_GENERICOS = new Set(['XAXX010101000', 'XEXX010101000']);

export interface Par {
  titular: string | null;
  representante: string | null;
}

/** Reads 2.5.4.45, `RFC` or `RFC / RFC of the representative`. Null when it has another form. */
export function parseRfcDelCertificado(text: string): { titular: string; representante: string | null } | null {
  const match = RFC_PAIR.exec(asRfc(text));
  return match ? { titular: match[1] as string, representante: match[2] ?? null } : null;
}

/** Reads 2.5.4.5, `CURP`, `CURP / CURP` or, for a persona moral, ` / CURP`. Both null when it has another form. */
export function parseCurpDelCertificado(text: string): Par {
  const match = CURP_PAIR.exec(text.normalize('NFC').toUpperCase().trimEnd());
  return { titular: match?.[1] ?? null, representante: match?.[2] ?? null };
}

/** Whether an RFC that a person typed is the certificate's: compared in NFC and upper case, as efirma.md says. */
export function isSameRfc(typed: string, rfc: string): boolean {
  return asRfc(typed) === asRfc(rfc);
}

export function isRfcGenerico(rfc: string): boolean {
  return RFC_GENERICOS.has(rfc);
}

function asRfc(text: string): string {
  return text.normalize('NFC').trim().toUpperCase();
}
