import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/** Closes the staff member's session, so that a copied cookie is worth nothing from this instant on. */
export async function signOutDeSoporte(ctx: ContextoDeSoporte): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const closed = await tx.sesionDeSoporte.updateMany({
      where: { id: ctx.actor.sesionId, cerradaEn: null },
      data: { cerradaEn: ctx.now() },
    });
    if (closed.count > 0) await appendBitacora(tx, ctx, { evento: 'SALIDA_DE_SOPORTE' });
  });
}
