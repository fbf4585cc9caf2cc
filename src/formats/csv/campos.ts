export type Campos = string[] | 'COMILLAS_ABIERTAS' | 'COMILLAS_MAL_PUESTAS';

const SEPARADORES = [',', ';', '\t', '|'] as const;

export type Separador = (typeof SEPARADORES)[number];

/** What stands most often in the header outside of its quotes: Excel writes `;` where the comma is for decimals. */
export function chooseSeparador(header: string): Separador {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = SEPARADORES.map((separador) => bare.split(separador).length);
  return SEPARADORES[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The separator that a first line `sep=;` names for Excel, whatever empty columns a spreadsheet has put behind it; or null. */
export function readSeparador(line: string): Separador | null {
  const sign = /^"?sep=([,;\t|])"?\1*\s*$/i.exec(line)?.[1];
  return SEPARADORES.find((separador) => separador === sign) ?? null;
}

/** RFC 4180, and a quote inside a field that has none around it is just a quote: `TUBOS DE 5" SA DE CV`. */
export function parseCampos(text: string, separador: Separador): Campos {
  if (!text.includes('"')) return text.split(separador);
  const campos: string[] = [];
  for (let at = 0; at <= text.length; at++) {
    const quote = skipBlanks(text, at, separador);
    if (text[quote] !== '"') {
      const end = indexOrEnd(text, separador, at);
      campos.push(text.slice(at, end));
      at = end;
      continue;
    }
    const close = findClose(text, quote + 1);
    if (close < 0) return 'COMILLAS_ABIERTAS';
    at = skipBlanks(text, close + 1, separador);
    if (at < text.length && text[at] !== separador) return 'COMILLAS_MAL_PUESTAS';
    campos.push(text.slice(quote + 1, close).replaceAll('""', '"'));
  }
  return campos;
}

function findClose(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function skipBlanks(text: string, from: number, separador: Separador): number {
  let at = from;
  while ((text[at] === ' ' || text[at] === '\t') && text[at] !== separador) at++;
  return at;
}

function indexOrEnd(text: string, separador: Separador, from: number): number {
  const at = text.indexOf(separador, from);
  return at < 0 ? text.length : at;
}
