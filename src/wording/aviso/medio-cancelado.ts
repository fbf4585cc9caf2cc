import { formatPlazo } from '#domain/fecha.ts';
import type { CausaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import {
  type Aviso,
  type ContenidoDeCorreo,
  type ContenidoDeSms,
  correo,
  type DatosDeCorreo,
  enlace,
  parrafo,
  sms,
} from './contenido.ts';

interface DatosDeMedioCancelado extends DatosDeCorreo {
  /** How this message goes out. */
  mecanismo: Mecanismo;
  /** What was cancelled. */
  mecanismoCancelado: Mecanismo;
  causa: CausaDeCancelacion;
  fechaDeCancelacion: Date;
}

const MEDIO = {
  CORREO_ELECTRONICO: 'El correo electrónico',
  TELEFONO: 'El teléfono celular',
} as const satisfies Record<Mecanismo, string>;

const CAUSA = {
  PLAZO: 'porque no se validó dentro de las 72 horas',
  INTENTOS: 'porque se capturaron demasiados códigos incorrectos',
  AJENO: 'porque quien recibe ahí los mensajes dijo que no es suyo',
} as const satisfies Record<CausaDeCancelacion, string>;

/** The e-mail about a medio that was cancelled: it names the folio and not the address or number, which may be another's. */
function medioCancelado(datos: DatosDeMedioCancelado): ContenidoDeCorreo {
  const { folio, mecanismoCancelado, causa, fechaDeCancelacion, appUrl, esDemo } = datos;
  return correo(esDemo, {
    version: 'medio-cancelado/1',
    asunto: 'Buzón IMSS: se canceló el registro de tu medio de contacto',
    resumen: `Folio: ${folio}. Para usarlo, regístralo nuevamente.`,
    parrafos: [
      parrafo(
        `${MEDIO[mecanismoCancelado]} que registraste con el número de folio: ${folio} se canceló ${CAUSA[causa]}. Fecha de cancelación: ${formatPlazo(fechaDeCancelacion)}.`,
      ),
      parrafo(
        'Si todavía quieres usarlo, ingresa con tu e.firma y regístralo nuevamente; recibirás un folio nuevo y otras 72 horas para validarlo: ',
        enlace(appUrl),
      ),
      parrafo('Si no solicitaste este registro, no tienes que hacer nada.'),
    ],
  });
}

const MEDIO_EN_SMS = { CORREO_ELECTRONICO: 'un correo', TELEFONO: 'tu celular' } as const satisfies Record<
  Mecanismo,
  string
>;

const CAUSA_EN_SMS = {
  PLAZO: 'no se valido en 72 horas',
  INTENTOS: 'hubo demasiados codigos incorrectos',
  AJENO: 'quien lo recibe dijo que no es suyo',
} as const satisfies Record<CausaDeCancelacion, string>;

/** The same by SMS: to a validated number, or to the one that was cancelled. */
function canceladoPorSms({ mecanismoCancelado, causa }: DatosPorSms): ContenidoDeSms {
  return sms(
    'cancelado-por-sms/1',
    `Buzon IMSS. El registro de ${MEDIO_EN_SMS[mecanismoCancelado]} se cancelo: ${CAUSA_EN_SMS[causa]}. Para usarlo, registralo nuevamente.`,
  );
}
type DatosPorSms = Pick<DatosDeMedioCancelado, 'mecanismoCancelado' | 'causa'>;

export const MEDIO_CANCELADO: Aviso<DatosDeMedioCancelado> = {
  nombre: 'que avisa de la cancelación',
  redacta: (datos) => (datos.mecanismo === 'TELEFONO' ? canceladoPorSms(datos) : medioCancelado(datos)),
};
