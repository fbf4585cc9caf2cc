import { yearInCentro } from '#domain/fecha.ts';
import { buildFolio } from '#domain/folio.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';

type ContextoDeFolios = Pick<Contexto, 'now' | 'folios'>;

/** The next folio: one sequence for all, the year of the given clock in Central time (dominio.md, «Decisions»). */
export async function issueFolio(tx: Tx, ctx: ContextoDeFolios): Promise<string> {
  const [folio] = await issueFolios(tx, ctx, 1);
  return folio as string;
}

/** A work that is done again takes those that it drew before. */
export async function issueFolios(tx: Tx, { now, folios }: ContextoDeFolios, cuantos: number): Promise<string[]> {
  const { usados, sacados } = folios ?? { usados: 0, sacados: [] };
  const faltan = Math.max(0, usados + cuantos - sacados.length);
  if (faltan > 0) {
    const rows = await tx.$queryRaw<{ siguiente: bigint }[]>`
      SELECT nextval('folio_seq') AS siguiente FROM generate_series(1, ${faltan}::int)`;
    sacados.push(...rows.map(({ siguiente }) => siguiente));
  }
  if (folios) folios.usados += cuantos;
  return sacados.slice(usados, usados + cuantos).map((siguiente) => buildFolio(yearInCentro(now()), siguiente));
}
