import { causaDeBaja } from '#domain/acuse/datos.ts';
import { causaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import type { DatosDeAviso } from '#wording/aviso/render-aviso.ts';
import { buildToken, hasClave } from '../enlace/enlace-de-correo.ts';
import { findEnVigor, hasAnteriorFirmada } from '../vigencia/list-solicitudes.ts';
import type { ContextoDeEnvio } from './contexto-de-envio.ts';
import type { AvisoPorEnviar } from './find-aviso.ts';

/** Link and code are derived, never stored: where their key has left AUTH_SECRET, from the one in force from now on. */
export async function composeMensaje(ctx: ContextoDeEnvio, aviso: AvisoPorEnviar): Promise<DatosDeAviso> {
  const { appUrl, esDemo } = ctx;
  switch (aviso.tipo) {
    case 'VALIDA_CORREO': {
      const { folio, venceEn, ...medio } = await withClave(ctx, medioOf(aviso));
      const url = `${appUrl}/validar/correo/${buildToken(ctx.claves, medio)}`;
      return { tipo: aviso.tipo, folio, venceEn, url, esDemo };
    }
    case 'CODIGO_CELULAR': {
      const { id, claveId } = await withClave(ctx, medioOf(aviso));
      const hmac = ctx.claves.derive(claveId, 'codigo-de-celular', id);
      return { tipo: aviso.tipo, codigo: codeFromHmac(hmac ?? Uint8Array.of()) };
    }
    case 'CORREO_VALIDADO': {
      const { folio, registros, ...medio } = medioOf(aviso);
      const fechaDeValidacion = medio.fechaDeValidacion ?? aviso.creadoEn;
      return { tipo: aviso.tipo, folio, fechaDeValidacion, registros, appUrl, esDemo };
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
      return { tipo: aviso.tipo, folio, fecha, reemplaza, appUrl, esDemo };
    }
    case 'SOLICITUD_INVALIDA': {
      const isActivo = (await findEnVigor(ctx.db, aviso.titularId)) !== null;
      return { tipo: aviso.tipo, folio: namedIn(aviso, aviso.folio), isActivo, appUrl, esDemo };
    }
    case 'MEDIO_AGREGADO':
    case 'MEDIO_ELIMINADO':
    case 'REGISTROS_ELIMINADOS':
    case 'EFIRMA_NUEVA': {
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

/** The medio with a key that is there: its own, or the one in force in its place. */
async function withClave<Medio extends { id: string; claveId: string }>(
  ctx: ContextoDeEnvio,
  medio: Medio,
): Promise<Medio> {
  if (hasClave(ctx.claves, medio)) return medio;
  const claveId = ctx.claves.idVigente;
  ctx.log.warn(
    { medioId: medio.id },
    'the key of a link or code is not in AUTH_SECRET; the one in force takes its place',
  );
  await ctx.db.medioDeContacto.updateMany({ where: { id: medio.id, claveId: medio.claveId }, data: { claveId } });
  return { ...medio, claveId };
}

function medioOf(aviso: AvisoPorEnviar) {
  return namedIn(aviso, aviso.medio);
}

/** What the database asks of every message of its tipo. */
function namedIn<Cosa>({ id, tipo }: AvisoPorEnviar, cosa: Cosa | null): Cosa {
  if (cosa === null) throw new Error(`aviso ${id} of type ${tipo} does not name what it tells of`);
  return cosa;
}
