import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { type EnProceso, findDescarga } from './find-descarga.ts';
import { type ContextoDeEmision, printAcuse } from './print-acuse.ts';

/** Null when there is none or it is somebody else's, which look the same. */
export async function downloadAcuse(
  ctx: ContextoDeTitular & ContextoDeEmision,
  folio: string,
  tipo: DatosDeAcuse['tipo'],
): Promise<{ situacion: 'LISTO'; pdf: Buffer } | EnProceso | null> {
  const found = await findDescarga(ctx, folio, tipo);
  if (found?.situacion !== 'DESCARGABLE') return found;
  const pdf = await printAcuse(ctx, found.acuseId);
  await appendBitacora(ctx.db, ctx, { evento: 'ACUSE_DESCARGADO', folio, datos: { tipo } });
  return { situacion: 'LISTO', pdf };
}

/** The PDF of any acuse, for whoever operates the portal; issued now if it was not yet. Recorded before it is given. Null when there is none. */
export async function exportAcuse(ctx: ContextoDeEmision, folio: Folio, tipo: TipoDeAcuse) {
  const acuse = await ctx.db.acuse.findUnique({
    where: { folio_tipo: { folio, tipo } },
    select: { id: true, titularId: true },
  });
  if (!acuse) return null;
  const pdf = await printAcuse(ctx, acuse.id);
  const { titularId } = acuse;
  await appendBitacora(ctx.db, ctx, { evento: 'ACUSE_EXPORTADO', titularId, folio, datos: { tipo } });
  return pdf;
}
