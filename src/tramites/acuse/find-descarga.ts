import { type DatosDeAcuse, isDeMedio, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { acusesDe } from '#tramites/vigencia/alcance.ts';
import { findRepresentacion } from '#tramites/vigencia/find-representacion.ts';

/** With more registros than these the document is left to the worker: a request would wait too long for it. */
const REGISTROS_AL_MOMENTO = 500;

export interface EnProceso {
  situacion: 'EN_PROCESO';
  hechos: number;
  total: number;
}

/** Nothing is made and nothing recorded. Null when there is none or it is somebody else's, which look the same. */
export async function findDescarga(
  ctx: ContextoDeTitular,
  folio: string,
  tipo: DatosDeAcuse['tipo'],
): Promise<EnProceso | { situacion: 'DESCARGABLE'; acuseId: string } | null> {
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
  const total = countRegistros(parseDatosDeAcuse(acuse.datos));
  if (!acuse.documento && total > REGISTROS_AL_MOMENTO)
    return { situacion: 'EN_PROCESO', hechos: acuse.avance?.hechos ?? 0, total };
  return { situacion: 'DESCARGABLE', acuseId: acuse.id };
}

/** What two have signed is of both of them; whoever acts for another is in none of their own. */
async function isParte(ctx: ContextoDeTitular, folio: string, tipo: DatosDeAcuse['tipo']): Promise<boolean> {
  if (tipo !== 'REPRESENTACION' || ctx.actor.porConducto) return false;
  return (await findRepresentacion(ctx.db, ctx, folio)) !== null;
}

function countRegistros(datos: DatosDeAcuse): number {
  return isDeMedio(datos) ? (datos.registros?.total ?? 0) : 0;
}
