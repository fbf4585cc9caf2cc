const MAXIMO = 200;
const GIROS = 8;

/** The database's function of the same name says the same, letter for letter: capitals are those of ASCII by then. */
export function nombreBuscable(nombre: string): string {
  const sinAcentos = nombre.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  const palabras = sinAcentos.replace(ASCII_SIN_LETRAS, ' ').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return Array.from(palabras.trim()).slice(0, MAXIMO).join('').trim();
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but letters and digits
const ASCII_SIN_LETRAS = /[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g;

export function girosDeNombre(nombre: string): string[] {
  return prefijosDe(wordsOf(nombre)).slice(0, GIROS);
}

export function wordsOf(nombre: string): string[] {
  return nombreBuscable(nombre).split(' ').filter(Boolean);
}

/** The beginnings that find a name by words that follow each other in it, surnames or given names first. */
export function prefijosDe(palabras: readonly string[]): string[] {
  return palabras.map((_, n) => [...palabras.slice(n), ...palabras.slice(0, n)].join(' '));
}

/** The typed word that is best to look up when the others may be anywhere: the longest, as a rule the rarest. */
export function palabraGuia(palabras: readonly string[]): string {
  return palabras.reduce((longest, palabra) => (palabra.length > longest.length ? palabra : longest), '');
}

/** Whether each typed word begins a word of the name, no matter where, and no two of them the same one. */
export function hasPalabras(giro: string, palabras: readonly string[]): boolean {
  return assign(giro.split(' '), palabras);
}

function assign(free: readonly string[], [palabra, ...rest]: readonly string[]): boolean {
  if (palabra === undefined) return true;
  return free.some((word, n) => word.startsWith(palabra) && assign(free.toSpliced(n, 1), rest));
}

/** A name may be found by several of its giros, and is listed once: at the first of them in the order of the list. */
export function isFirstGiro(nombre: string, giro: string, prefijos: readonly string[]): boolean {
  const found = girosDeNombre(nombre).filter((each) => prefijos.some((prefijo) => each.startsWith(prefijo)));
  return found.every((each) => giro <= each);
}
