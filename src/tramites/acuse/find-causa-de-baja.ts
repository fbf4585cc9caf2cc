import { type CausaDeBaja, causaDeBaja } from '#domain/acuse/datos.ts';
import type { Contexto } from '#tramites/contexto.ts';

/** Why what a folio is of ended, as its acuse of baja says; null where its titular asked for it, or nothing ended. */
export async function findCausaDeBaja({ db }: Pick<Contexto, 'db'>, folio: string): Promise<CausaDeBaja | null> {
  const acuse = await db.acuse.findUnique({ where: { folio_tipo: { folio, tipo: 'BAJA' } }, select: { datos: true } });
  return acuse && causaDeBaja(acuse.datos);
}
