import { isDeMedio, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { Folio } from '#domain/folio.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { acusesDe } from '#tramites/vigencia/alcance.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';
import { type ContextoDeEmision, findDocumento, printAcuse } from './print-acuse.ts';
import { findRevision } from './stamp-acuse.ts';

/** As it was issued, or its second revision. Null when there is none or it is somebody else's, which look the same. */
export async function downloadAcuse(
  ctx: ContextoDeTitular & ContextoDeEmision,
  folio: string,
  tipo: TipoDeAcuse,
  { isRevision = false } = {},
) {
  const found = await findDescarga(ctx, folio, tipo);
  if (found?.situacion !== 'DESCARGABLE') return found;
  const find = isRevision ? findRevision : found.isEmitido ? findDocumento : printAcuse;
  const pdf = await find(ctx, found.acuseId);
  if (!pdf) return { situacion: 'SIN_REVISION' as const };
  await appendBitacora(ctx.db, ctx, { evento: 'ACUSE_DESCARGADO', folio, datos: { tipo } });
  return { situacion: 'LISTO' as const, pdf };
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

/** With more registros than these the document is left to the worker: a request would wait too long for it. */
const REGISTROS_AL_MOMENTO = 500;

/** Nothing is made and nothing recorded. Null when there is none or it is somebody else's, which look the same. */
export async function findDescarga(ctx: ContextoDeTitular, folio: string, tipo: TipoDeAcuse) {
  const acuse = await ctx.db.acuse.findUnique({
    where: { folio_tipo: { folio, tipo }, ...((await isParte(ctx, folio, tipo)) ? {} : await acusesDe(ctx)) },
    select: {
      id: true,
      datos: true,
      documento: { select: { acuseId: true } },
      avance: { select: { hechos: true } },
    },
  });
  if (!acuse) return null;
  const datos = parseDatosDeAcuse(acuse.datos);
  const total = isDeMedio(datos) ? (datos.registros?.total ?? 0) : 0;
  if (!acuse.documento && total > REGISTROS_AL_MOMENTO)
    return { situacion: 'EN_PROCESO' as const, hechos: acuse.avance?.hechos ?? 0, total };
  return { situacion: 'DESCARGABLE' as const, acuseId: acuse.id, isEmitido: acuse.documento !== null };
}

/** What two have signed is of both of them; whoever acts for another is in none of their own. */
async function isParte(ctx: ContextoDeTitular, folio: string, tipo: TipoDeAcuse): Promise<boolean> {
  if (tipo !== 'REPRESENTACION' || ctx.actor.porConducto) return false;
  return (await findRepresentacion(ctx.db, ctx, folio)) !== null;
}
