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
      encode(sha256(convert_to(coalesce(string_agg(r.numero || E'\n', '' ORDER BY r.numero), ''), 'UTF8')), 'hex') AS sha256
    FROM alcance_de_medio a JOIN registro_patronal r ON r.id = a.registro_patronal_id
    WHERE a.medio_id = ${medioId}::uuid AND a.fecha_de_baja IS NULL`;
  return resumen.total > 0 ? resumen : null;
}
