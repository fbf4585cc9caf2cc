import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { type EnProceso, findDescarga } from './find-descarga.ts';
import { type ContextoDeEmision, printAcuse } from './print-acuse.ts';

type Descarga = { situacion: 'LISTO'; pdf: Buffer } | EnProceso;

/** Null when there is none or it is somebody else's, which look the same. */
export async function downloadAcuse(
  ctx: ContextoDeTitular & ContextoDeEmision,
  folio: string,
  tipo: DatosDeAcuse['tipo'],
): Promise<Descarga | null> {
  const found = await findDescarga(ctx, folio, tipo);
  if (found?.situacion !== 'DESCARGABLE') return found;
  const pdf = await printAcuse(ctx, found.acuseId);
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'ACUSE_DESCARGADO', folio, datos: { tipo } }));
  return { situacion: 'LISTO', pdf };
}
