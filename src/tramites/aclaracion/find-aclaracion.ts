import { isPresentadaEnPlazo } from '#domain/aclaracion/plazo.ts';
import { A_LA_VISTA, CUBIERTA, type Cubierta } from '#domain/soporte/cubierta.ts';
import { appendBitacora } from '#tramites/bitacora/append-bitacora.ts';
import type { Contexto, ContextoDeSoporte, ContextoDeTitular } from '#tramites/contexto.ts';
import { findMostradosHasta } from '#tramites/datos-mostrados/find-mostrados-hasta.ts';
import { aclaracionesDe } from '#tramites/vigencia/alcance.ts';

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

const ACLARACION = { folio: true, asunto: true, estado: true, presentadaEn: true, cerradaEn: true } as const;
const MENSAJE = { numero: true, autor: true, texto: true, fecha: true } as const;
const ADJUNTO = { nombre: true, tipo: true, acciones: true, bytes: true } as const;
const QUIEN = { select: { id: true, nombre: true } } as const;

const SELECT = {
  ...ACLARACION,
  esperaDesde: true,
  titular: { select: { id: true, rfc: true, nombre: true } },
  medio: { select: { folio: true, mecanismo: true, valor: true, estado: true, fechaDeRegistro: true, venceEn: true } },
  atiende: QUIEN,
  mensajes: {
    orderBy: { numero: 'asc' },
    select: { ...MENSAJE, miembro: QUIEN, adjunto: { select: { ...ADJUNTO, sha256: true } } },
  },
} as const;

/** Null when there is none or it is somebody else's. Who wrote for support is not said. */
export async function findAclaracionPropia(ctx: ContextoDeTitular, folio: string) {
  const aclaracion = await ctx.db.aclaracion.findUnique({
    where: { folio, ...aclaracionesDe(ctx) },
    select: {
      ...ACLARACION,
      medio: { select: { folio: true, fechaDeRegistro: true } },
      mensajes: { orderBy: { numero: 'asc' }, select: { ...MENSAJE, adjunto: { select: ADJUNTO } } },
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
