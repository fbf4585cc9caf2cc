/** Something that parses what comes from outside, and how it says that it cannot. */
export interface Lector {
  nombre: string;
  /** The folder of the corpus that it begins from; of `textos`, one file, each line a text. */
  corpus: string;
  /** Longest input: what its callers let through. Bytes, or UTF-16 units of a text. */
  maximo: number;
  read(asked: never): unknown;
  /** Errors that it documents; with none it never throws. */
  fallas?: readonly (new (
    ...args: never[]
  ) => Error)[];
  /** Milliseconds of the processor of a call, where it is not the portal that waits. */
  limiteMs?: number;
}

export interface LectorDeBytes extends Lector {
  read(asked: Uint8Array): unknown;
}

export interface LectorDeTexto extends Lector {
  read(asked: string): unknown;
}

export function ofBytes(corpus: string, maximo: number, table: Record<string, LectorDeBytes['read']>): Lector[] {
  return Object.entries(table).map(([nombre, read]) => ({ nombre, corpus, maximo, read }));
}

export function ofTexto(corpus: string, maximo: number, table: Record<string, LectorDeTexto['read']>): Lector[] {
  return Object.entries(table).map(([nombre, read]) => ({ nombre, corpus: `textos/${corpus}`, maximo, read }));
}

/** The same, where each may throw these and nothing else. */
export function failing(fallas: Lector['fallas'], lectores: Lector[]): Lector[] {
  return lectores.map((lector) => ({ ...lector, fallas }));
}
