import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import type { ContextoDeTitular } from '#tramites/contexto.ts';
import { aclaracionesDe } from '#tramites/vigencia/alcance.ts';

/** Null when there is none or it is somebody else's. Who wrote for support is not said. */
export async function findAclaracionPropia(ctx: ContextoDeTitular, folio: string) {
  const aclaracion = await ctx.db.aclaracion.findUnique({
    where: { folio, ...aclaracionesDe(ctx) },
    select: {
      folio: true,
      asunto: true,
      estado: true,
      presentadaEn: true,
      cerradaEn: true,
      medio: { select: { folio: true, fechaDeRegistro: true } },
      mensajes: {
        orderBy: { numero: 'asc' },
        select: {
          numero: true,
          autor: true,
          texto: true,
          fecha: true,
          adjunto: { select: { nombre: true, tipo: true, acciones: true, bytes: true } },
        },
      },
    },
  });
  if (!aclaracion) return null;
  const { medio, presentadaEn } = aclaracion;
  return { ...aclaracion, enPlazo: medio && isPresentadaEnPlazo(medio.fechaDeRegistro, presentadaEn) };
}

export async function hasCorreoValidado(ctx: ContextoDeTitular): Promise<boolean> {
  const { titularId } = ctx.actor;
  const validado = { titularId, mecanismo: 'CORREO_ELECTRONICO', estado: 'VALIDADO', registros: null } as const;
  return (await ctx.db.medioDeContacto.count({ where: validado })) > 0;
}

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
