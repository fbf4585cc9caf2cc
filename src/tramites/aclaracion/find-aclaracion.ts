import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { ContextoDeSoporte } from '#tramites/contexto.ts';

/**
 * All of one aclaración for support: its titular, the medio it is about, who attends it, and every message with who wrote it
 * and what came with it. Null when there is none. That somebody looked is recorded. Personal data is not masked here.
 */
export async function findAclaracion(ctx: ContextoDeSoporte, folio: string) {
  const aclaracion = await ctx.db.aclaracion.findUnique({ where: { folio }, select: SELECT });
  if (!aclaracion) return null;
  const { id: titularId } = aclaracion.titular;
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'ACLARACION_CONSULTADA', titularId, folio }));
  const { medio, presentadaEn } = aclaracion;
  return { ...aclaracion, enPlazo: medio && isPresentadaEnPlazo(medio.fechaDeRegistro, presentadaEn) };
}

const SELECT = {
  folio: true,
  asunto: true,
  estado: true,
  presentadaEn: true,
  esperaDesde: true,
  cerradaEn: true,
  titular: { select: { id: true, rfc: true, nombre: true } },
  medio: { select: { folio: true, mecanismo: true, valor: true, estado: true, fechaDeRegistro: true, venceEn: true } },
  atiende: { select: { id: true, nombre: true } },
  mensajes: {
    orderBy: { numero: 'asc' },
    select: {
      numero: true,
      autor: true,
      texto: true,
      fecha: true,
      miembro: { select: { id: true, nombre: true } },
      adjunto: { select: { nombre: true, tipo: true, bytes: true, sha256: true } },
    },
  },
  avisos: {
    orderBy: { creadoEn: 'asc' },
    select: { tipo: true, mecanismo: true, destino: true, estado: true, creadoEn: true, resueltoEn: true },
  },
} as const;
