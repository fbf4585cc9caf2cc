import { aclaracion, type DatosDeAclaracion } from './aclaracion.ts';
import { alarma, type DatosDeAlarma } from './alarma.ts';
import { buzonActivado, type DatosDeBuzonActivado } from './buzon-activado.ts';
import { celularValidado } from './celular-validado.ts';
import { codigoCelular, type DatosDeCodigoCelular } from './codigo-celular.ts';
import type { ContenidoDeCorreo, ContenidoDeSms } from './contenido.ts';
import { correoValidado, type DatosDeCorreoValidado } from './correo-validado.ts';
import { canceladoPorSms, type DatosDeMedioCancelado, medioCancelado } from './medio-cancelado.ts';
import { type DatosDeSolicitudInvalida, solicitudInvalida } from './solicitud-invalida.ts';
import { type DatosDeValidaCorreo, validaCorreo } from './valida-correo.ts';

/** Each message with what its text is made from; MEDIO_CANCELADO goes by e-mail or by SMS. */
export type DatosDeAviso =
  | ({ tipo: 'VALIDA_CORREO' } & DatosDeValidaCorreo)
  | ({ tipo: 'CORREO_VALIDADO' } & DatosDeCorreoValidado)
  | ({ tipo: 'CODIGO_CELULAR' } & DatosDeCodigoCelular)
  | { tipo: 'CELULAR_VALIDADO' }
  | ({ tipo: 'MEDIO_CANCELADO'; mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO' } & DatosDeMedioCancelado)
  | ({ tipo: 'BUZON_ACTIVADO' } & DatosDeBuzonActivado)
  | ({ tipo: 'SOLICITUD_INVALIDA' } & DatosDeSolicitudInvalida)
  | DatosDeAclaracion
  | DatosDeAlarma;

/** The wording in force of a message. Pure: the same data give the same text, so that a resend repeats the first. */
export function renderAviso(datos: DatosDeAviso): ContenidoDeCorreo | ContenidoDeSms {
  switch (datos.tipo) {
    case 'VALIDA_CORREO':
      return validaCorreo(datos);
    case 'CORREO_VALIDADO':
      return correoValidado(datos);
    case 'CODIGO_CELULAR':
      return codigoCelular(datos);
    case 'CELULAR_VALIDADO':
      return celularValidado();
    case 'MEDIO_CANCELADO':
      return datos.mecanismo === 'TELEFONO' ? canceladoPorSms(datos) : medioCancelado(datos);
    case 'BUZON_ACTIVADO':
      return buzonActivado(datos);
    case 'SOLICITUD_INVALIDA':
      return solicitudInvalida(datos);
    case 'MEDIO_AGREGADO':
    case 'MEDIO_ELIMINADO':
    case 'REGISTROS_ELIMINADOS':
    case 'EFIRMA_NUEVA':
      return alarma(datos);
    case 'ACLARACION_PRESENTADA':
    case 'ACLARACION_RESPONDIDA':
    case 'ACLARACION_CERRADA':
      return aclaracion(datos);
  }
}
