import type { Tx } from '#tramites/contexto.ts';

export interface ResumenDeRegistros {
  total: number;
  /** Of the numbers in order, each followed by a line feed: `sha256sum` of the file with one a line gives the same. */
  sha256: string;
}

/** Null when it is for the RFC. By the rule of `relateRegistros`: those that had not left by then. */
export async function summarizeRegistros(tx: Tx, medioId: string, fecha: Date): Promise<ResumenDeRegistros | null> {
  const [{ isOfRegistros, ...resumen }] = await tx.$queryRaw<[ResumenDeRegistros & { isOfRegistros: boolean }]>`
    SELECT count(*) > 0 AS "isOfRegistros", (count(*) FILTER (WHERE esta))::int AS total,
      encode(sha256(convert_to(
        coalesce(string_agg(numero || E'\n', '' ORDER BY numero) FILTER (WHERE esta), ''), 'UTF8')), 'hex') AS sha256
    FROM (
      SELECT numero, fecha_de_baja IS NULL OR fecha_de_baja > ${fecha} AS esta FROM alcance_de_medio
      WHERE medio_id = ${medioId}::uuid AND numero IS NOT NULL
    ) AS alcance`;
  return isOfRegistros ? resumen : null;
}

/** Of a transaction that may touch every registro patronal of a titular: fifty thousand take seconds on a busy machine. */
export const TRANSACCION_MASIVA = { timeout: 60_000 };
