import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** «Cerrar las demás»: every session of the titular but the one that asks ends at this instant. Answers how many. */
export async function closeOtherSesiones(ctx: ContextoDeTitular): Promise<number> {
  return ctx.db.$transaction(async (tx) => {
    const closed = await tx.sesion.updateMany({
      where: { titularId: ctx.actor.titularId, id: { not: ctx.actor.sesionId }, cerradaEn: null },
      data: { cerradaEn: ctx.now() },
    });
    await appendBitacora(tx, ctx, { evento: 'OTRAS_SESIONES_CERRADAS', datos: { cerradas: closed.count } });
    return closed.count;
  });
}
