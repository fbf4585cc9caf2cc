import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';

/** Closes the session of whoever asks, so that a copied cookie is worth nothing from this instant on. */
export async function signOut(ctx: ContextoDeTitular | ContextoDeSoporte): Promise<void> {
  const evento = ctx.actor.tipo === 'SOPORTE' ? 'SALIDA_DE_SOPORTE' : 'SALIDA';
  await ctx.db.$transaction(async (tx) => {
    const [{ cerradas }] = await tx.$queryRaw<[{ cerradas: number }]>`
      SELECT cerrar_sesion(${ctx.actor.sesionId}::uuid, ${ctx.now()}) AS cerradas`;
    if (cerradas > 0) await appendBitacora(tx, ctx, { evento });
  });
}
