/** The registros patronales that an acuse certifies, in the order of their numbers: fifty thousand are read in parts. */
export interface RelacionDeRegistros {
  total: number;
  /** Of the numbers, each followed by a line feed (`datos.registros`). */
  sha256: string;
  /** Their numbers. Throws at the end when what was read is not what was certified. */
  partes(): AsyncIterable<string[]>;
}

/** As many as two lines of the table on the first page hold. */
const PRIMEROS = 6;

/** The numbers that the first page names: all of few, or the first of many. */
export async function primerosDe({ total, partes }: RelacionDeRegistros): Promise<string[]> {
  for await (const parte of partes()) return parte.slice(0, total > PRIMEROS ? PRIMEROS - 1 : PRIMEROS);
  return [];
}
