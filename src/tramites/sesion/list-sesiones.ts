import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { openSince } from './find-sesion.ts';

export async function listSesiones(ctx: ContextoDeTitular) {
  const sesiones = await ctx.db.sesion.findMany({
    where: { titularId: ctx.actor.titularId, ...openSince(ctx.now()) },
    orderBy: [{ creadaEn: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      creadaEn: true,
      ultimaActividadEn: true,
      certificado: { select: { serie: true } },
    },
  });
  return sesiones.map(({ certificado, ...sesion }) => ({
    ...sesion,
    serie: certificado.serie,
    isCurrent: sesion.id === ctx.actor.sesionId,
  }));
}
