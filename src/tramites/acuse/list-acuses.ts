import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** Every acuse of the titular, the newest first. */
export function listAcuses(ctx: ContextoDeTitular) {
  return ctx.db.acuse.findMany({
    where: { titularId: ctx.actor.titularId },
    orderBy: [{ fecha: 'desc' }, { folio: 'desc' }],
    select: { folio: true, tipo: true, fecha: true },
  });
}
