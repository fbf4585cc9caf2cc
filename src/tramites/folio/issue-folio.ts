import { yearInCentro } from '#domain/fecha.ts';
import { buildFolio } from '#domain/folio.ts';
import type { Tx } from '#tramites/contexto.ts';

/** The next folio: one sequence for all, the year of the given clock in Central time (dominio.md, «Decisions»). */
export async function issueFolio(tx: Tx, now: Date): Promise<string> {
  const [folio] = await issueFolios(tx, now, 1);
  return folio as string;
}

export async function issueFolios(tx: Tx, now: Date, cuantos: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ siguiente: bigint }[]>`
    SELECT nextval('folio_seq') AS siguiente FROM generate_series(1, ${cuantos}::int)`;
  return rows.map(({ siguiente }) => buildFolio(yearInCentro(now), siguiente));
}
