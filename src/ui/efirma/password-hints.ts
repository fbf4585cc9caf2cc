/** Why a password that was refused is nearly the right one. */
export type Pista =
  | 'CONTRASENA_CON_ESPACIOS'
  | 'CONTRASENA_CON_OTRAS_MAYUSCULAS'
  | 'CONTRASENA_CON_OTROS_ACENTOS'
  | 'CONTRASENA_CON_OTROS_SIGNOS';

/** What may have been meant, in the order of likelihood, each once, never the password itself. */
export function listPistas(password: string): { pista: Pista; meant: string }[] {
  const found = new Map<string, Pista>();
  for (const { pista, change } of CHANGES) {
    const meant = change(password);
    if (meant !== '' && meant !== password && !found.has(meant)) found.set(meant, pista);
  }
  return [...found].map(([meant, pista]) => ({ pista, meant }));
}

const CHANGES: readonly { pista: Pista; change: (password: string) => string }[] = [
  { pista: 'CONTRASENA_CON_ESPACIOS', change: trimBlanks },
  { pista: 'CONTRASENA_CON_OTRAS_MAYUSCULAS', change: swapCase },
  { pista: 'CONTRASENA_CON_OTRAS_MAYUSCULAS', change: (text) => swapCase(text.slice(0, 1)) + text.slice(1) },
  { pista: 'CONTRASENA_CON_OTRAS_MAYUSCULAS', change: (text) => text.toLowerCase() },
  { pista: 'CONTRASENA_CON_OTRAS_MAYUSCULAS', change: (text) => text.toUpperCase() },
  { pista: 'CONTRASENA_CON_OTROS_ACENTOS', change: (text) => text.normalize('NFC') },
  { pista: 'CONTRASENA_CON_OTROS_ACENTOS', change: (text) => text.normalize('NFD') },
  { pista: 'CONTRASENA_CON_OTROS_SIGNOS', change: (text) => straighten(text, '-') },
  { pista: 'CONTRASENA_CON_OTROS_SIGNOS', change: (text) => straighten(text, '--') },
  { pista: 'CONTRASENA_CON_ESPACIOS', change: (text) => text.replace(/\s+/g, '') },
];

function trimBlanks(text: string): string {
  return text.replace(/^[\s\p{Cf}\p{Cc}]+/u, '').replace(/[\s\p{Cf}\p{Cc}]+$/u, '');
}

function swapCase(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const upper = letter.toUpperCase();
    return letter === upper ? letter.toLowerCase() : upper;
  });
}

/** Compatibility forms too: full-width letters, an ellipsis in one sign, a blank that does not break. */
function straighten(text: string, dash: string): string {
  return text
    .replace(/[\u2018-\u201b\u2032\u00b4]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2013-\u2015]/g, dash)
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .normalize('NFKC');
}
