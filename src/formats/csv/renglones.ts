import { cleanText } from '../texto/texto-limpio.ts';
import { type Campos, chooseSeparador, parseCampos, readSeparador, type Separador } from './campos.ts';

export type Renglon =
  | { linea: number; campos: string[] }
  | { linea: number; motivo: 'COMILLAS' | 'RENGLON_LARGO'; texto: string };

/** No address has so many; a quote that nobody closed would take in the rest of the file. */
const LINEAS_DE_UN_RENGLON = 10;
const LARGO_DE_UNA_LINEA = 64 * 1024;
const SALTOS = /\r\n|\n|\r/;

/**
 * A field in quotes may go over several lines; where that does not come out well only its first line is given up. The
 * first row sets separator and number of fields, unless a line `sep=;` before it does, as Excel writes it. Empty rows
 * are passed over.
 */
export function createRenglones() {
  const lector = new LectorDeRenglones();
  let rest = '';
  let isSkipping = false;
  const take = (text: string, isEnd: boolean): Renglon[] => {
    const whole = rest + text;
    const held = !isEnd && whole.endsWith('\r') ? '\r' : '';
    const lines = whole.slice(0, whole.length - held.length).split(SALTOS);
    rest = isEnd ? '' : (lines.pop() ?? '') + held;
    const found: Renglon[] = [];
    for (const line of lines) {
      if (!isSkipping) found.push(...lector.feed(line));
      isSkipping = false;
    }
    if (rest.length > LARGO_DE_UNA_LINEA) {
      if (!isSkipping) found.push(...lector.feed(rest));
      isSkipping = true;
      rest = held;
    }
    return isEnd ? [...found, ...lector.end()] : found;
  };
  return { push: (text: string) => take(text, false), end: () => take('', true) };
}

class LectorDeRenglones {
  #separador: Separador | null = null;
  #columnas = 0;
  #linea = 0;
  #abiertas: string[] = [];

  feed(line: string): Renglon[] {
    this.#linea += 1;
    return this.#add(line);
  }

  end(): Renglon[] {
    const found: Renglon[] = [];
    while (this.#abiertas.length > 0) found.push(...this.#giveUpFirst());
    return found;
  }

  #add(line: string): Renglon[] {
    if (line.length > LARGO_DE_UNA_LINEA)
      return [...this.end(), { linea: this.#linea, motivo: 'RENGLON_LARGO', texto: line }];
    // A file of DOS ends with a Ctrl-Z on a line of its own.
    if (this.#abiertas.length === 0 && cleanText(line) === '') return [];
    if (this.#separador === null) {
      const named = readSeparador(line);
      this.#separador = named ?? chooseSeparador(line);
      if (named) return [];
    }
    this.#abiertas.push(line);
    const campos = parseCampos(this.#abiertas.join('\n'), this.#separador);
    if (campos === 'COMILLAS_ABIERTAS' && this.#abiertas.length < LINEAS_DE_UN_RENGLON) return [];
    return this.#isRow(campos) ? this.#settle(campos) : this.#giveUpFirst();
  }

  #isRow(campos: Campos): campos is string[] {
    return Array.isArray(campos) && (this.#abiertas.length === 1 || campos.length === this.#columnas);
  }

  #settle(campos: string[]): Renglon[] {
    const linea = this.#linea - this.#abiertas.length + 1;
    this.#abiertas = [];
    if (campos.every((campo) => cleanText(campo) === '')) return [];
    this.#columnas ||= campos.length;
    return [{ linea, campos }];
  }

  #giveUpFirst(): Renglon[] {
    const [first = '', ...others] = this.#abiertas;
    const last = this.#linea;
    const found: Renglon[] = [{ linea: last - others.length, motivo: 'COMILLAS', texto: first }];
    this.#abiertas = [];
    for (const [index, line] of others.entries()) {
      this.#linea = last - others.length + index + 1;
      found.push(...this.#add(line));
    }
    return found;
  }
}
