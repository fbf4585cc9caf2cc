/** Why a password that was refused is nearly the right one. */
export type Pista =
  | 'CONTRASENA_CON_ESPACIOS'
  | 'CONTRASENA_CON_OTRAS_MAYUSCULAS'
  | 'CONTRASENA_CON_OTROS_ACENTOS'
  | 'CONTRASENA_CON_OTROS_SIGNOS';

/**
 * What a person may have meant by a password that was refused, each with what would be said of it: without blanks around
 * it, with the letters of «Bloq Mayús» or of a telephone's first capital, in the other Unicode form, with the straight
 * signs that a keyboard made curly. In the order of likelihood, each once, never the password itself.
 */
export function listPistas(password: string): { pista: Pista; meant: string }[] {
  const found = new Map<string, Pista>();
  for (const { pista, apply } of CHANGES) {
    const meant = apply(password);
    if (meant !== '' && meant !== password && !found.has(meant)) found.set(meant, pista);
  }
  return [...found].map(([meant, pista]) => ({ pista, meant }));
}

const CHANGES = [
  change('CONTRASENA_CON_ESPACIOS', trimBlanks),
  change('CONTRASENA_CON_OTRAS_MAYUSCULAS', swapCase),
  change('CONTRASENA_CON_OTRAS_MAYUSCULAS', (text) => swapCase(text.slice(0, 1)) + text.slice(1)),
  change('CONTRASENA_CON_OTRAS_MAYUSCULAS', (text) => text.toLowerCase()),
  change('CONTRASENA_CON_OTRAS_MAYUSCULAS', (text) => text.toUpperCase()),
  change('CONTRASENA_CON_OTROS_ACENTOS', (text) => text.normalize('NFC')),
  change('CONTRASENA_CON_OTROS_ACENTOS', (text) => text.normalize('NFD')),
  change('CONTRASENA_CON_OTROS_SIGNOS', (text) => straighten(text, '-')),
  change('CONTRASENA_CON_OTROS_SIGNOS', (text) => straighten(text, '--')),
  change('CONTRASENA_CON_ESPACIOS', (text) => text.replace(/\s+/g, '')),
];

function change(pista: Pista, apply: (password: string) => string) {
  return { pista, apply };
}

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
