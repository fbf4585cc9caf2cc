import { yearInCentro } from '#domain/fecha.ts';
import { buildFolio } from '#domain/folio.ts';
import type { Tx } from '#tramites/contexto.ts';

/** The next folio: one sequence for all, the year of the given clock in Central time (dominio.md, «Decisions»). */
export async function issueFolio(tx: Tx, now: Date): Promise<string> {
  const [row] = await tx.$queryRaw<[{ siguiente: bigint }]>`SELECT nextval('folio_seq') AS siguiente`;
  return buildFolio(yearInCentro(now), row.siguiente);
}
