import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/** Closes the staff member's session, so that a copied cookie is worth nothing from this instant on. */
export async function signOutDeSoporte(ctx: ContextoDeSoporte): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const closed = await tx.$executeRaw`
      UPDATE sesion_de_soporte SET cerrada_en = greatest(${ctx.now()}, ultima_actividad_en)
      WHERE id = ${ctx.actor.sesionId}::uuid AND cerrada_en IS NULL`;
    if (closed > 0) await appendBitacora(tx, ctx, { evento: 'SALIDA_DE_SOPORTE' });
  });
}
