/** A legal text that a titular signs. Once published it never changes: a new wording is a new version. */
export interface TextoDeSolicitud {
  version: string;
  vigenteDesde: Date;
  titulo: string;
  bloques: readonly Bloque[];
  /** What the reader must know about the text and is no part of it: shown below it, not signed. */
  notas: readonly string[];
}

export interface Bloque {
  tipo: 'titulo' | 'parrafo';
  texto: string;
}
