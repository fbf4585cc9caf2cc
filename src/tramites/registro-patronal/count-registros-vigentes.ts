import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** How many registros patronales of the titular are vigentes: none makes it a particular (guide III). */
export function countRegistrosVigentes(ctx: ContextoDeTitular): Promise<number> {
  return ctx.db.registroPatronal.count({ where: { titularId: ctx.actor.titularId, estado: 'VIGENTE' } });
}
