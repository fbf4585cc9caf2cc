/** A legal text that a titular signs. Once published it never changes: a new wording is a new version. */
export interface TextoDeSolicitud {
  version: string;
  /** When it comes into effect: 0:00 of a day in Central time. */
  vigenteDesde: Date;
  /** Otherwise what they signed goes on, and this text is for who signs from then on. Without meaning in the first. */
  pideNuevaFirma: boolean;
  titulo: string;
  bloques: readonly Bloque[];
  /** What the reader must know about the text and is no part of it: shown below it, not signed. */
  notas: readonly string[];
}

interface Bloque {
  tipo: 'titulo' | 'parrafo';
  texto: string;
}

/** The parts of a text in their order; one alone is a paragraph. */
export function bloquesDe(...textos: (string | Bloque)[]): Bloque[] {
  return textos.map((texto) => (typeof texto === 'string' ? { tipo: 'parrafo', texto } : texto));
}
