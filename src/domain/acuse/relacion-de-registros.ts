export interface RegistroRelacionado {
  numero: string;
  subdelegacion: string;
}

/** The registros patronales that an acuse certifies, in the order of their numbers: fifty thousand are read in parts. */
export interface RelacionDeRegistros {
  total: number;
  /** Of the numbers, each followed by a line feed (`datos.registros`). */
  sha256: string;
  /** Throws at the end when what was read is not what was certified. */
  partes(): AsyncIterable<RegistroRelacionado[]>;
}
