const RFC_PAIR = /^([A-ZÑ&]{3,4}\d{6}[A-Z\d]{2}[A\d])(?: ?\/ ?([A-ZÑ&]{4}\d{6}[A-Z\d]{2}[A\d]))?$/;
const CURP_PAIR = /^([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d)?(?: ?\/ ?([A-Z]{4}\d{6}[A-Z]{6}[A-Z\d]\d))?$/;

interface ParDeClaves {
  titular: string | null;
  representante: string | null;
}

const NONE: ParDeClaves = { titular: null, representante: null };

/** Reads 2.5.4.45, `RFC` or `RFC / RFC of the representative`, in NFC. Both null when it has another form. */
export function parseRfcDelCertificado(text: string): ParDeClaves {
  return readPair(RFC_PAIR, text);
}

/** Reads 2.5.4.5, `CURP`, `CURP / CURP` or, for a persona moral, ` / CURP`. Both null when it has another form. */
export function parseCurpDelCertificado(text: string): ParDeClaves {
  return readPair(CURP_PAIR, text);
}

function readPair(pattern: RegExp, text: string): ParDeClaves {
  const upper = text.normalize('NFC').replace(/[a-zñ]/g, (letter) => letter.toUpperCase());
  const match = pattern.exec(upper.trimEnd());
  return match ? { titular: match[1] ?? null, representante: match[2] ?? null } : NONE;
}
