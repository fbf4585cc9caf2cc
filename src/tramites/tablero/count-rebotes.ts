import { RESULTADOS_DE_REBOTE, type ResultadoDeRebote } from '#domain/rebote/resultado.ts';
import type { Cuenta } from './cuenta.ts';

type CuentaDeRebotes = Record<ResultadoDeRebote, number>;

/** What the messages were that came to the mailbox of bounces, those read in the range or, without one, since ever. */
export async function countRebotes({ db, ...rango }: Pick<Cuenta, 'db'> & Partial<Cuenta>): Promise<CuentaDeRebotes> {
  const leidaEn = { gte: rango.desde, lt: rango.hasta };
  const cuentas = await db.lecturaDeRebote.groupBy({ by: ['resultado'], where: { leidaEn }, _count: true });
  const countOf = (each: ResultadoDeRebote) => cuentas.find(({ resultado }) => resultado === each)?._count ?? 0;
  return Object.fromEntries(RESULTADOS_DE_REBOTE.map((each) => [each, countOf(each)])) as CuentaDeRebotes;
}
