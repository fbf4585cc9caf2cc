import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

/** Closes the session of whoever asks, so that a copied cookie is worth nothing from this instant on. */
export async function signOut(ctx: ContextoDeTitular): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const closed = await tx.sesion.updateMany({
      where: { id: ctx.actor.sesionId, cerradaEn: null },
      data: { cerradaEn: ctx.now() },
    });
    if (closed.count > 0) await appendBitacora(tx, ctx, { evento: 'SALIDA' });
  });
}
