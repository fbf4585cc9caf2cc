import { type DatosDeAcuse, isDeMedio, parseDatosDeAcuse } from '#domain/acuse/datos.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

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
    where: { folio_tipo: { folio, tipo }, titularId: ctx.actor.titularId },
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

function countRegistros(datos: DatosDeAcuse): number {
  return isDeMedio(datos) ? (datos.registros?.total ?? 0) : 0;
}
