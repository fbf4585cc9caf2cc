import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** How many registros patronales the titular has and how many are vigentes; none vigente makes it a particular (guide III). */
export async function countRegistros(ctx: ContextoDeTitular): Promise<{ vigentes: number; total: number }> {
  const conteo = await ctx.db.conteoDeRegistros.findUnique({
    where: { titularId: ctx.actor.titularId },
    select: { vigentes: true, total: true },
  });
  return conteo ?? { vigentes: 0, total: 0 };
}
