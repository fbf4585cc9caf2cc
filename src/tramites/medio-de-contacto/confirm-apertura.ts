import type { Contexto } from '#tramites/contexto.ts';
import { findMedioByToken } from './find-medio-by-token.ts';

export async function confirmApertura(ctx: Contexto, token: string, aperturaId: string): Promise<void> {
  const medio = await findMedioByToken(ctx, token);
  if (!medio.ok) return;
  await ctx.db.$executeRaw`
    UPDATE apertura_de_enlace SET guion_en = greatest(${ctx.now()}, primera_en)
    WHERE id = ${aperturaId}::uuid AND medio_id = ${medio.value.id}::uuid AND metodo = 'GET' AND guion_en IS NULL`;
}
