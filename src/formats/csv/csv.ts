/** Begins a file whose letters are to be read as UTF-8 by a spreadsheet. */
export const MARCA_UTF8 = '\ufeff';

/** RFC 4180. */
export function toLineaDeCsv(celdas: readonly (string | number)[]): string {
  return `${celdas.map((celda) => quote(typeof celda === 'string' ? neutralize(celda) : String(celda))).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula begins with an apostrophe (OWASP, «CSV Injection»): it may come from anybody. */
function neutralize(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]/u.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
