import type { Contexto } from '#tramites/contexto.ts';

/** A selection belongs to a form that is open; a day after it was last touched it goes. */
export async function forgetOldSelecciones(ctx: Contexto): Promise<void> {
  const dayAgo = new Date(ctx.now().getTime() - 24 * 60 * 60 * 1000);
  await ctx.db.seleccionDeRegistros.deleteMany({ where: { modificadaEn: { lt: dayAgo } } });
}
