import { causaDeBaja } from '#domain/acuse/datos.ts';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { causaDeCancelacion, estadoVigente } from '#domain/medio-de-contacto/plazo.ts';
import type { Prisma } from '#generated/prisma/client.ts';
import type { Claves } from '#infra/claves/claves.ts';
import type { Correo } from '#infra/correo/correo.ts';
import type { Sms } from '#infra/sms/sms.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { buildToken, hasClave } from '#tramites/enlace/enlace-de-correo.ts';
import { findCabezaAntes } from '#tramites/registro/cabezas.ts';
import { findEnVigor, hasAnteriorFirmada } from '#tramites/vigencia/list-solicitudes.ts';
import type { DatosDeAviso } from '#wording/aviso/render-aviso.ts';

type ContextoDeRedaccion = Pick<ContextoDeEnvio, 'db' | 'claves' | 'appUrl' | 'esDemo'>;

/** Link and code are derived, never stored. It only reads. */
export async function composeMensaje(ctx: ContextoDeRedaccion, aviso: AvisoPorEnviar): Promise<DatosDeAviso> {
  const { appUrl, esDemo } = ctx;
  if (aviso.tipo === 'CONFIRMA_MEDIO') return composeConfirmacion(ctx, aviso, aviso.tipo);
  switch (aviso.tipo) {
    case 'VALIDA_CORREO': {
      const { id, folio, venceEn, ...medio } = medioOf(aviso);
      const token = buildToken(ctx.claves, { id, claveId: claveDe(ctx.claves, { id, ...medio }) });
      return { tipo: aviso.tipo, folio, venceEn, url: `${appUrl}/validar/correo/${token}`, esDemo };
    }
    case 'CODIGO_CELULAR': {
      const medio = medioOf(aviso);
      const hmac = ctx.claves.derive(claveDe(ctx.claves, medio), 'codigo-de-celular', medio.id);
      return { tipo: aviso.tipo, codigo: codeFromHmac(hmac ?? Uint8Array.of()) };
    }
    case 'CORREO_VALIDADO': {
      const { folio, registros, ...medio } = medioOf(aviso);
      const fechaDeValidacion = medio.fechaDeValidacion ?? aviso.creadoEn;
      const cabeza = await findCabezaAntes(ctx, aviso.creadoEn);
      return { tipo: aviso.tipo, folio, fechaDeValidacion, registros, cabeza, appUrl, esDemo };
    }
    case 'CELULAR_VALIDADO':
      return { tipo: aviso.tipo };
    case 'MEDIO_CANCELADO': {
      const { tipo, mecanismo } = aviso;
      const { folio, mecanismo: mecanismoCancelado, ...medio } = medioOf(aviso);
      const fechaDeCancelacion = medio.fechaDeCancelacion ?? aviso.creadoEn;
      const causa = causaDeCancelacion(medio);
      return { tipo, mecanismo, folio, mecanismoCancelado, causa, fechaDeCancelacion, appUrl, esDemo };
    }
    case 'BUZON_ACTIVADO': {
      const { folio, fecha } = namedIn(aviso, aviso.solicitud);
      const reemplaza = await hasAnteriorFirmada(ctx.db, aviso.titularId, folio);
      const cabeza = await findCabezaAntes(ctx, aviso.creadoEn);
      return { tipo: aviso.tipo, folio, fecha, reemplaza, cabeza, appUrl, esDemo };
    }
    case 'SOLICITUD_INVALIDA': {
      const isActivo = (await findEnVigor(ctx.db, aviso.titularId)) !== null;
      return { tipo: aviso.tipo, folio: namedIn(aviso, aviso.folio), isActivo, appUrl, esDemo };
    }
    case 'REPRESENTACION_PEDIDA':
      return { tipo: aviso.tipo, fecha: aviso.creadoEn, appUrl, esDemo };
    case 'MEDIO_AGREGADO':
    case 'MEDIO_ELIMINADO':
    case 'REGISTROS_ELIMINADOS':
    case 'EFIRMA_NUEVA':
    case 'REPRESENTACION_PROPUESTA':
    case 'REPRESENTACION_POR_COMPLETAR':
    case 'REPRESENTACION_VIGENTE':
    case 'REPRESENTACION_TERMINADA':
    case 'REPRESENTACION_USADA': {
      const { tipo, mecanismo, creadoEn: fecha, folio, medio, acuse } = aviso;
      const causa = acuse && causaDeBaja(acuse.datos);
      return { tipo, mecanismo, folio, folioDelMedio: medio?.folio ?? null, causa, fecha, appUrl, esDemo };
    }
    default: {
      const { tipo, creadoEn: fecha } = aviso;
      return { tipo, folio: namedIn(aviso, aviso.folio), fecha, appUrl, esDemo };
    }
  }
}

function composeConfirmacion(
  { claves, appUrl, esDemo }: ContextoDeRedaccion,
  aviso: AvisoPorEnviar,
  tipo: 'CONFIRMA_MEDIO',
) {
  const { folio, mecanismo, ...medio } = medioOf(aviso);
  const token = buildToken(claves, { id: medio.id, claveId: claveDe(claves, medio) }, aviso.creadoEn);
  const fechaDeValidacion = namedIn(aviso, medio.fechaDeValidacion);
  return { tipo, mecanismo, folio, fechaDeValidacion, url: `${appUrl}/confirmar/${token}`, appUrl, esDemo };
}

/** The key of its link or code or, where that has left AUTH_SECRET, the one in force from now on. */
export function claveDe(claves: Claves, medio: { id: string; claveId: string }): string {
  return hasClave(claves, medio) ? medio.claveId : claves.idVigente;
}

/** An HMAC of what a message said: a plain hash would give a code away. With the id, so that equal codes do not look alike. */
export function hmacDe(claves: Claves, claveId: string, avisoId: string, texto: string): Uint8Array | null {
  return claves.derive(claveId, 'texto-de-aviso', `${avisoId}\n${texto}`);
}

function medioOf(aviso: AvisoPorEnviar) {
  return namedIn(aviso, aviso.medio);
}

/** What the database asks of every message of its tipo. */
function namedIn<Cosa>({ id, tipo }: AvisoPorEnviar, cosa: Cosa | null): Cosa {
  if (cosa === null) throw new Error(`aviso ${id} of type ${tipo} does not name what it tells of`);
  return cosa;
}

export function findAviso(ctx: Contexto, id: string) {
  const intentos = { select: { terminadoEn: true, quizaEntregado: true } };
  return ctx.db.aviso.findUnique({ where: { id }, select: { ...AVISO_POR_ENVIAR, intentos } });
}

/** What its text is made from, and who is told. */
export const AVISO_POR_ENVIAR = {
  id: true,
  titularId: true,
  tipo: true,
  mecanismo: true,
  destino: true,
  estado: true,
  folio: true,
  creadoEn: true,
  solicitud: { select: { folio: true, fecha: true } },
  acuse: { select: { datos: true } },
  medio: {
    select: {
      id: true,
      folio: true,
      estado: true,
      valor: true,
      mecanismo: true,
      claveId: true,
      venceEn: true,
      fechaDeRegistro: true,
      fechaDeValidacion: true,
      fechaDeCancelacion: true,
      intentosFallidos: true,
      ajenoEn: true,
      registros: true,
    },
  },
} satisfies Prisma.AvisoSelect;

export type AvisoPorEnviar = Prisma.AvisoGetPayload<{ select: typeof AVISO_POR_ENVIAR }>;

/** A link or a code for a medio that was proved, removed or cancelled while its message waited: it is not sent. */
export function isSuperfluous(aviso: AvisoPorEnviar, now: Date): boolean {
  if (aviso.tipo === 'CONFIRMA_MEDIO') return aviso.medio?.estado !== 'VALIDADO';
  if (aviso.tipo !== 'VALIDA_CORREO' && aviso.tipo !== 'CODIGO_CELULAR') return false;
  return aviso.medio === null || estadoVigente(aviso.medio, now) !== 'EN_PROCESO';
}

export type ContextoDeEnvio = Contexto & { correo: Correo; sms: Sms; esDemo: boolean };
