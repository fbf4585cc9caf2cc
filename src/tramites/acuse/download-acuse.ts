import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { type ContextoDeEmision, emitAcuse } from './emit-acuse.ts';

/** The PDF of an acuse for its titular; null when there is none or it is somebody else's, which look the same. */
export async function downloadAcuse(
  ctx: ContextoDeTitular & ContextoDeEmision,
  folio: string,
  tipo: DatosDeAcuse['tipo'],
): Promise<Buffer | null> {
  const acuse = await ctx.db.acuse.findUnique({
    where: { folio_tipo: { folio, tipo }, titularId: ctx.actor.titularId },
    select: { id: true },
  });
  if (!acuse) return null;
  const pdf = await emitAcuse(ctx, acuse.id);
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'ACUSE_DESCARGADO', folio, datos: { tipo } }));
  return pdf;
}
