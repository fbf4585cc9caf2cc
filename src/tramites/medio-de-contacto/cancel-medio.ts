import type { Contexto } from '#tramites/contexto.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';

/** The job that runs when a medio's 72 hours end: Cancelado, if nobody proved it and its deadline has really passed. */
export async function cancelMedio(ctx: Contexto, medioId: string): Promise<void> {
  await ctx.db.$transaction((tx) => cancelMediosVencidos(tx, ctx, { id: medioId }));
}
