import type { Contexto } from '#tramites/contexto.ts';
import { cancelMediosVencidos } from './cancel-medios-vencidos.ts';

/** The job that runs when a medio's 72 hours end: Cancelado, if nobody proved it and its deadline has really passed. */
export async function cancelMedio(ctx: Contexto, medioId: string): Promise<void> {
  await ctx.db.$transaction((tx) => cancelMediosVencidos(tx, ctx, { id: medioId }));
}

/** The sweep behind those jobs, which run by the database's clock: whatever the portal's own clock says has expired. */
export async function cancelEveryMedioVencido(ctx: Contexto): Promise<void> {
  await ctx.db.$transaction((tx) => cancelMediosVencidos(tx, ctx, {}));
}
