import type { Tx } from '#tramites/contexto.ts';

export interface ResumenDeRegistros {
  total: number;
  /** Of the numbers in order, each followed by a line feed: `sha256sum` of the file with one a line gives the same. */
  sha256: string;
}

/** What an acuse certifies of the registros that a medio covers now; null when it is for the RFC. */
export async function summarizeRegistros(tx: Tx, medioId: string): Promise<ResumenDeRegistros | null> {
  const [resumen] = await tx.$queryRaw<[ResumenDeRegistros]>`
    SELECT count(*)::int AS total,
      encode(sha256(convert_to(coalesce(string_agg(numero || E'\n', '' ORDER BY numero), ''), 'UTF8')), 'hex') AS sha256
    FROM alcance_de_medio WHERE medio_id = ${medioId}::uuid AND numero IS NOT NULL AND fecha_de_baja IS NULL`;
  return resumen.total > 0 ? resumen : null;
}
