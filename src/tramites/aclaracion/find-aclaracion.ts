import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import { A_LA_VISTA, CUBIERTA, type Cubierta } from '#domain/soporte/cubierta.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, ContextoDeSoporte } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';

/** That somebody looked is recorded. Personal data is masked but while «Mostrar» is in force for its folio. */
export async function findAclaracion(ctx: ContextoDeSoporte, folio: string, { isCubierto = false } = {}) {
  const aclaracion = await read(ctx, folio);
  if (!aclaracion) return null;
  const { id: titularId } = aclaracion.titular;
  await appendBitacora(ctx.db, ctx, { evento: 'ACLARACION_CONSULTADA', titularId, folio });
  const mostradosHasta = isCubierto ? null : await findMostradosHasta(ctx, folio);
  const { medio, presentadaEn } = aclaracion;
  return {
    ...cover(aclaracion, mostradosHasta ? A_LA_VISTA : CUBIERTA),
    enPlazo: medio && isPresentadaEnPlazo(medio.fechaDeRegistro, presentadaEn),
    mostradosHasta,
  };
}

type Leida = NonNullable<Awaited<ReturnType<typeof read>>>;

function read({ db }: Pick<Contexto, 'db'>, folio: string) {
  return db.aclaracion.findUnique({ where: { folio }, select: SELECT });
}

function cover({ titular, medio, mensajes, ...rest }: Leida, cubierta: Cubierta): Leida {
  return {
    ...rest,
    titular: { ...titular, rfc: cubierta.rfc(titular.rfc), nombre: cubierta.nombre(titular.nombre) },
    medio: medio && { ...medio, valor: cubierta.medio(medio) },
    mensajes: mensajes.map(({ texto, adjunto, ...mensaje }) => ({
      ...mensaje,
      texto: cubierta.texto(texto),
      adjunto: adjunto && { ...adjunto, nombre: cubierta.texto(adjunto.nombre) },
    })),
  };
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
