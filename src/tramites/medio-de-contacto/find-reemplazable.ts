import { firstFreeLugar } from '#domain/medio-de-contacto/limites.ts';
import type { ContextoDeTitular, Tx } from '#tramites/contexto.ts';
import { mediosDe } from '#tramites/vigencia/alcance.ts';

/** A medio of the RFC that works and may be replaced, and whether there is a place for the new one beside it; null for any other. */
export async function findReemplazable(ctx: Pick<ContextoDeTitular, 'actor'> & { db: Tx }, folio: string | undefined) {
  if (!folio) return null;
  const medio = await ctx.db.medioDeContacto.findUnique({
    where: { folio, ...mediosDe(ctx), estado: 'VALIDADO', registros: null },
    select: { id: true, folio: true, mecanismo: true, valor: true },
  });
  if (!medio) return null;
  const { titularId } = ctx.actor;
  const taken = await ctx.db.alcanceDeMedio.findMany({
    where: { titularId, registroPatronalId: null, mecanismo: medio.mecanismo, lugar: { not: null } },
    select: { lugar: true },
  });
  const lugares = taken.flatMap(({ lugar }) => lugar ?? []);
  return { ...medio, hasLugar: firstFreeLugar(medio.mecanismo, lugares) !== null };
}
