import { formatPlazo } from '../fecha.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { type ContenidoDeCorreo, type ContenidoDeSms, cierre, parrafo, sms } from './contenido.ts';

/** Why a medio ended without proof: its 72 hours passed, or too many wrong codes were typed. */
export type CausaDeCancelacion = 'PLAZO' | 'INTENTOS';

export interface DatosDeMedioCancelado {
  folio: string;
  /** What was cancelled; the message may go elsewhere. */
  mecanismoCancelado: Mecanismo;
  causa: CausaDeCancelacion;
  fechaDeCancelacion: Date;
  appUrl: string;
  esDemo: boolean;
}

const MEDIO = {
  CORREO_ELECTRONICO: 'El correo electrónico',
  TELEFONO: 'El teléfono celular',
} as const satisfies Record<Mecanismo, string>;

const CAUSA = {
  PLAZO: 'porque no se validó dentro de las 72 horas',
  INTENTOS: 'porque se capturaron demasiados códigos incorrectos',
} as const satisfies Record<CausaDeCancelacion, string>;

/** The e-mail about a medio that was cancelled: it names the folio and not the address or number, which may be another's. */
export function medioCancelado(datos: DatosDeMedioCancelado): ContenidoDeCorreo {
  const { folio, mecanismoCancelado, causa, fechaDeCancelacion, appUrl, esDemo } = datos;
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: 'medio-cancelado/1',
    asunto: 'Buzón IMSS: se canceló el registro de tu medio de contacto',
    resumen: `Folio: ${folio}. Para usarlo, regístralo nuevamente.`,
    parrafos: [
      parrafo(
        `${MEDIO[mecanismoCancelado]} que registraste con el número de folio: ${folio} se canceló ${CAUSA[causa]}. Fecha de cancelación: ${formatPlazo(fechaDeCancelacion)}.`,
      ),
      parrafo(
        'Si todavía quieres usarlo, ingresa con tu e.firma y regístralo nuevamente; recibirás un folio nuevo y otras 72 horas para validarlo: ',
        { texto: appUrl, url: appUrl },
      ),
      parrafo('Si no solicitaste este registro, no tienes que hacer nada.'),
      ...cierre(esDemo),
    ],
  };
}

/** The same by SMS, to the number that was cancelled. */
export function celularCancelado({ causa }: Pick<DatosDeMedioCancelado, 'causa'>): ContenidoDeSms {
  const porque = causa === 'PLAZO' ? 'no se valido en 72 horas' : 'hubo demasiados codigos incorrectos';
  return sms(
    'celular-cancelado/1',
    `Buzon IMSS. El registro de tu celular se cancelo porque ${porque}. Para usarlo, registralo nuevamente.`,
  );
}
