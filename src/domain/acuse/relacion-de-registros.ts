export interface RelacionDeRegistros {
  total: number;
  /** Of the numbers, each followed by a line feed (`datos.registros`). */
  sha256: string;
  /** Throws at the end when what was read is not what was certified. */
  partes(): AsyncIterable<string[]>;
}

const PRIMEROS = 6;

export async function primerosDe({ total, partes }: RelacionDeRegistros): Promise<string[]> {
  for await (const parte of partes()) return parte.slice(0, total > PRIMEROS ? PRIMEROS - 1 : PRIMEROS);
  return [];
}
