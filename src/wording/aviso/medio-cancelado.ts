import { formatPlazo } from '#domain/fecha.ts';
import type { CausaDeCancelacion } from '#domain/medio-de-contacto/cancelacion.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo, sms } from './contenido.ts';

interface DatosDeMedioCancelado extends DatosDeCorreo {
  /** How this message goes out. */
  mecanismo: Mecanismo;
  /** What was cancelled. */
  mecanismoCancelado: Mecanismo;
  causa: CausaDeCancelacion;
  fechaDeCancelacion: Date;
}

const MEDIO = {
  CORREO_ELECTRONICO: { correo: 'El correo electrónico', sms: 'un correo' },
  TELEFONO: { correo: 'El teléfono celular', sms: 'tu celular' },
} as const satisfies Record<Mecanismo, object>;

const CAUSA = {
  PLAZO: { correo: 'no se validó dentro de las 72 horas', sms: 'no se valido en 72 horas' },
  INTENTOS: { correo: 'se capturaron demasiados códigos incorrectos', sms: 'hubo demasiados codigos incorrectos' },
  AJENO: { correo: 'quien recibe ahí los mensajes dijo que no es suyo', sms: 'quien lo recibe dijo que no es suyo' },
} as const satisfies Record<CausaDeCancelacion, object>;

/**
 * About a medio that was cancelled, to a validated one or to itself: it names the folio and not the address or number, which
 * may be another's.
 */
export const MEDIO_CANCELADO: Aviso<DatosDeMedioCancelado> = {
  nombre: 'que avisa de la cancelación',
  redacta: ({ mecanismo, folio, mecanismoCancelado, causa, fechaDeCancelacion, appUrl, esDemo }) => {
    const medio = MEDIO[mecanismoCancelado];
    const porque = CAUSA[causa];
    if (mecanismo === 'TELEFONO')
      return sms(
        'cancelado-por-sms/1',
        `Buzon IMSS. El registro de ${medio.sms} se cancelo: ${porque.sms}. Para usarlo, registralo nuevamente.`,
      );
    return correo(esDemo, {
      version: 'medio-cancelado/1',
      asunto: 'Buzón IMSS: se canceló el registro de tu medio de contacto',
      resumen: `Folio: ${folio}. Para usarlo, regístralo nuevamente.`,
      parrafos: [
        parrafo(
          `${medio.correo} que registraste con el número de folio: ${folio} se canceló porque ${porque.correo}. Fecha de cancelación: ${formatPlazo(fechaDeCancelacion)}.`,
        ),
        parrafo(
          'Si todavía quieres usarlo, ingresa con tu e.firma y regístralo nuevamente; recibirás un folio nuevo y otras 72 horas para validarlo: ',
          enlace(appUrl),
        ),
        parrafo('Si no solicitaste este registro, no tienes que hacer nada.'),
      ],
    });
  },
};
