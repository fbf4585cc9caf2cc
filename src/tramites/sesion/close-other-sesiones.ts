import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** «Cerrar las demás»: every session of the titular but the one that asks ends at this instant. Answers how many. */
export async function closeOtherSesiones(ctx: ContextoDeTitular): Promise<number> {
  return ctx.db.$transaction(async (tx) => {
    const cerradas = await tx.$executeRaw`
      UPDATE sesion SET cerrada_en = greatest(${ctx.now()}, ultima_actividad_en)
      WHERE titular_id = ${ctx.actor.titularId}::uuid AND id <> ${ctx.actor.sesionId}::uuid AND cerrada_en IS NULL`;
    await appendBitacora(tx, ctx, { evento: 'OTRAS_SESIONES_CERRADAS', datos: { cerradas } });
    return cerradas;
  });
}
