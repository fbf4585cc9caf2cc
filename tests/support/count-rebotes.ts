import type { ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import type { Db } from '#infra/db/db.ts';

/** What the messages were that came to the mailbox of bounces; none of what did not come. */
export async function countRebotes({ db }: { db: Db }): Promise<Partial<Record<ResultadoDeRebote, number>>> {
  const cuentas = await db.lecturaDeRebote.groupBy({ by: ['resultado'], _count: true });
  return Object.fromEntries(cuentas.map(({ resultado, _count }) => [resultado, _count]));
}
