import { causaDeBaja } from '#domain/acuse/datos.ts';
import type { DatosDeAviso } from '#domain/aviso/render-aviso.ts';
import { causaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import { codeFromHmac } from '#domain/medio-de-contacto/codigo.ts';
import { buildToken } from '#tramites/medio-de-contacto/enlace-de-correo.ts';
import type { AvisoPorEnviar } from './find-aviso.ts';
import type { ContextoDeEnvio } from './send-aviso.ts';

/**
 * What a message is made from, read from its rows each time: link and code are derived, never stored. Null when the key
 * that derives them has left AUTH_SECRET, so that the message can no longer be made.
 */
export async function composeMensaje(ctx: ContextoDeEnvio, aviso: AvisoPorEnviar): Promise<DatosDeAviso | null> {
  const { appUrl, esDemo } = ctx;
  switch (aviso.tipo) {
    case 'VALIDA_CORREO': {
      const { folio, venceEn, ...medio } = medioOf(aviso);
      const token = buildToken(ctx.claves, medio);
      return token === null
        ? null
        : { tipo: aviso.tipo, folio, venceEn, url: `${appUrl}/validar/correo/${token}`, esDemo };
    }
    case 'CODIGO_CELULAR': {
      const { id, claveId } = medioOf(aviso);
      const hmac = ctx.claves.derive(claveId, 'codigo-de-celular', id);
      return hmac === null ? null : { tipo: aviso.tipo, codigo: codeFromHmac(hmac) };
    }
    case 'CORREO_VALIDADO': {
      const { folio, fechaDeValidacion } = medioOf(aviso);
      return { tipo: aviso.tipo, folio, fechaDeValidacion: fechaDeValidacion ?? aviso.creadoEn, appUrl, esDemo };
    }
    case 'CELULAR_VALIDADO':
      return { tipo: aviso.tipo };
    case 'MEDIO_CANCELADO': {
      const { folio, mecanismo: mecanismoCancelado, fechaDeCancelacion, ...medio } = medioOf(aviso);
      return {
        tipo: aviso.tipo,
        mecanismo: aviso.mecanismo,
        folio,
        mecanismoCancelado,
        causa: causaDeCancelacion(medio),
        fechaDeCancelacion: fechaDeCancelacion ?? aviso.creadoEn,
        appUrl,
        esDemo,
      };
    }
    case 'BUZON_ACTIVADO':
      return { tipo: aviso.tipo, ...namedIn(aviso, aviso.solicitud), appUrl, esDemo };
    case 'SOLICITUD_INVALIDA':
      return { tipo: aviso.tipo, folio: namedIn(aviso, aviso.folio), appUrl, esDemo };
    case 'MEDIO_AGREGADO':
    case 'MEDIO_ELIMINADO':
    case 'REGISTROS_ELIMINADOS':
    case 'EFIRMA_NUEVA': {
      const { tipo, mecanismo, creadoEn: fecha, folio, medio, acuse } = aviso;
      const causa = acuse && causaDeBaja(acuse.datos);
      return { tipo, mecanismo, folio, folioDelMedio: medio?.folio ?? null, causa, fecha, appUrl, esDemo };
    }
    case 'ACLARACION_PRESENTADA':
    case 'ACLARACION_RESPONDIDA':
    case 'ACLARACION_CERRADA': {
      const { tipo, creadoEn: fecha } = aviso;
      return { tipo, folio: namedIn(aviso, aviso.folio), fecha, appUrl, esDemo };
    }
  }
}

function medioOf(aviso: AvisoPorEnviar) {
  return namedIn(aviso, aviso.medio);
}

/** What the database asks of every message of its tipo. */
function namedIn<Cosa>({ id, tipo }: AvisoPorEnviar, cosa: Cosa | null): Cosa {
  if (cosa === null) throw new Error(`aviso ${id} of type ${tipo} does not name what it tells of`);
  return cosa;
}
