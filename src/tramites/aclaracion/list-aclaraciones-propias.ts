import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { aclaracionesDe } from '#tramites/vigencia/alcance.ts';

export async function listAclaracionesPropias(ctx: ContextoDeTitular) {
  const aclaraciones = await ctx.db.aclaracion.findMany({
    where: aclaracionesDe(ctx),
    orderBy: [{ presentadaEn: 'desc' }, { folio: 'desc' }],
    select: {
      folio: true,
      asunto: true,
      estado: true,
      presentadaEn: true,
      mensajes: { where: { autor: 'SOPORTE' }, orderBy: { numero: 'desc' }, take: 1, select: { fecha: true } },
    },
  });
  return aclaraciones.map(({ mensajes, ...aclaracion }) => ({
    ...aclaracion,
    respondidaEn: mensajes[0]?.fecha ?? null,
  }));
}
