import type { Contexto } from '#tramites/contexto.ts';
import { TRANSACCION_MASIVA } from '#tramites/registro-patronal/transaccion-masiva.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';
import { lockTitular } from './lock.ts';

/** The job that runs when a medio's 72 hours end: Cancelado, if nobody proved it and its deadline has really passed. */
export async function cancelMedio(ctx: Contexto, medioId: string): Promise<void> {
  await ctx.db.$transaction(async (tx) => {
    const { titularId } = await tx.medioDeContacto.findUniqueOrThrow({
      where: { id: medioId },
      select: { titularId: true },
    });
    await lockTitular(tx, titularId);
    await cancelMediosVencidos(tx, ctx, { id: medioId });
  }, TRANSACCION_MASIVA);
}

/** The sweep behind those jobs, which run by the database's clock. One after the other: each may free many places. */
export async function cancelEveryMedioVencido(ctx: Contexto): Promise<void> {
  const vencidos = await ctx.db.medioDeContacto.findMany({
    where: { estado: 'EN_PROCESO', venceEn: { lte: ctx.now() } },
    select: { id: true },
  });
  for (const { id } of vencidos) await cancelMedio(ctx, id);
}
