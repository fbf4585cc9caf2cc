import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/** Until when this session sees the personal data of a folio; null while it is covered. */
export async function findMostradosHasta(ctx: ContextoDeSoporte, folio: string): Promise<Date | null> {
  const mostrados = await ctx.db.datosMostrados.findFirst({
    where: { sesionId: ctx.actor.sesionId, folio, hasta: { gt: ctx.now() } },
    orderBy: { hasta: 'desc' },
    select: { hasta: true },
  });
  return mostrados?.hasta ?? null;
}
