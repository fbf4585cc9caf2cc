import { isDeRegistros } from '#domain/acuse/datos.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';

export async function listAcuses(ctx: ContextoDeTitular) {
  const acuses = await ctx.db.acuse.findMany({
    where: { titularId: ctx.actor.titularId },
    orderBy: [{ fecha: 'desc' }, { folio: 'desc' }],
    select: { folio: true, tipo: true, fecha: true, datos: true, abierta: { select: { acuseId: true } } },
  });
  return acuses.map(({ datos, abierta, ...acuse }) => {
    return { ...acuse, isDeRegistros: isDeRegistros(datos), isAbierta: abierta !== null };
  });
}
