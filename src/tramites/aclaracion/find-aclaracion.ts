import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import { maskMedio, maskNombre, maskRfc } from '#domain/mascara.ts';
import { formatTelefono } from '#domain/medio-de-contacto/telefono.ts';
import { coverDatosPersonales } from '#domain/soporte/datos-personales.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';

/** That somebody looked is recorded. Personal data is masked but while «Mostrar» is in force for its folio. */
export async function findAclaracion(ctx: ContextoDeSoporte, folio: string, { isCubierto = false } = {}) {
  const aclaracion = await read(ctx, folio);
  if (!aclaracion) return null;
  const { id: titularId } = aclaracion.titular;
  await ctx.db.$transaction((tx) => appendBitacora(tx, ctx, { evento: 'ACLARACION_CONSULTADA', titularId, folio }));
  const mostradosHasta = isCubierto ? null : await findMostradosHasta(ctx, folio);
  const { medio, presentadaEn } = aclaracion;
  return {
    ...(mostradosHasta ? uncover(aclaracion) : cover(aclaracion)),
    enPlazo: medio && isPresentadaEnPlazo(medio.fechaDeRegistro, presentadaEn),
    mostradosHasta,
  };
}

type Leida = NonNullable<Awaited<ReturnType<typeof read>>>;

function read({ db }: Pick<Contexto, 'db'>, folio: string) {
  return db.aclaracion.findUnique({ where: { folio }, select: SELECT });
}

function cover({ titular, medio, mensajes, ...rest }: Leida): Leida {
  return {
    ...rest,
    titular: { ...titular, rfc: maskRfc(titular.rfc), nombre: maskNombre(titular.nombre) },
    medio: medio && { ...medio, valor: maskMedio(medio) },
    mensajes: mensajes.map(({ texto, adjunto, ...mensaje }) => ({
      ...mensaje,
      texto: coverDatosPersonales(texto),
      adjunto: adjunto && { ...adjunto, nombre: coverDatosPersonales(adjunto.nombre) },
    })),
  };
}

function uncover({ medio, ...rest }: Leida): Leida {
  const isTelefono = medio?.mecanismo === 'TELEFONO';
  return { ...rest, medio: isTelefono ? { ...medio, valor: formatTelefono(medio.valor) } : medio };
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
      adjunto: { select: { nombre: true, tipo: true, acciones: true, bytes: true, sha256: true } },
    },
  },
} as const;
