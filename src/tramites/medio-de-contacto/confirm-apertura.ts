import type { Contexto } from '#tramites/contexto.ts';
import { findMedioByToken } from './find-medio-by-token.ts';

/** The script of a link's page ran where it was opened: a sign of a browser, and as a rule of a person. Kept once. */
export async function confirmApertura(ctx: Contexto, token: string, aperturaId: string): Promise<void> {
  const medio = await findMedioByToken(ctx, token);
  if (!medio.ok) return;
  await ctx.db.aperturaDeEnlace.updateMany({
    where: { id: aperturaId, medioId: medio.value.id, metodo: 'GET', guionEn: null },
    data: { guionEn: ctx.now() },
  });
}
