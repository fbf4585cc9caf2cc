import { formatFecha } from '../fecha.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { type ContenidoDeCorreo, type ContenidoDeSms, cierre, parrafo, sms } from './contenido.ts';

/** What every other validated contact is told, so that someone else's hand is noticed at once. */
export type TipoDeAlarma = 'MEDIO_AGREGADO' | 'MEDIO_ELIMINADO' | 'REGISTROS_ELIMINADOS' | 'EFIRMA_NUEVA';

export interface DatosDeAlarma {
  tipo: TipoDeAlarma;
  /** How this message goes out. */
  mecanismo: Mecanismo;
  /** Folio of the medio that was added or removed; none for an e.firma. */
  folio: string | null;
  fecha: Date;
  appUrl: string;
  esDemo: boolean;
}

const ASUNTOS = {
  MEDIO_AGREGADO: 'Buzón IMSS: se registró un medio de contacto',
  MEDIO_ELIMINADO: 'Buzón IMSS: se eliminó un medio de contacto',
  REGISTROS_ELIMINADOS: 'Buzón IMSS: se quitaron registros patronales de un medio de contacto',
  EFIRMA_NUEVA: 'Buzón IMSS: ingreso con una e.firma nueva',
} as const satisfies Record<TipoDeAlarma, string>;

const HECHOS = {
  MEDIO_AGREGADO: 'Se registró un nuevo medio de contacto en el Buzón IMSS donde este está validado',
  MEDIO_ELIMINADO: 'Se eliminó un medio de contacto del Buzón IMSS donde este está validado',
  REGISTROS_ELIMINADOS:
    'Se quitaron registros patronales de un medio de contacto del Buzón IMSS donde este está validado',
  EFIRMA_NUEVA:
    'Alguien ingresó al Buzón IMSS donde este medio está validado con una e.firma que no se había usado ahí',
} as const satisfies Record<TipoDeAlarma, string>;

const SMS = {
  MEDIO_AGREGADO: 'Se registro un nuevo medio de contacto en tu Buzon.',
  MEDIO_ELIMINADO: 'Se elimino un medio de contacto de tu Buzon.',
  REGISTROS_ELIMINADOS: 'Se quitaron registros de un medio de contacto.',
  EFIRMA_NUEVA: 'Ingreso a tu Buzon con una e.firma nueva.',
} as const satisfies Record<TipoDeAlarma, string>;

/** By e-mail or by SMS: it names the folio, never the other address or number. */
export function alarma(datos: DatosDeAlarma): ContenidoDeCorreo | ContenidoDeSms {
  return datos.mecanismo === 'TELEFONO' ? alarmaPorSms(datos) : alarmaPorCorreo(datos);
}

function alarmaPorCorreo({ tipo, folio, fecha, appUrl, esDemo }: DatosDeAlarma): ContenidoDeCorreo {
  const conFolio = folio ? `, con el número de folio: ${folio}` : '';
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: 'alarma/1',
    asunto: ASUNTOS[tipo],
    resumen: 'Si fuiste tú, no tienes que hacer nada.',
    parrafos: [
      parrafo(`${HECHOS[tipo]}${conFolio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México).`),
      parrafo('Si fuiste tú, o quien actúa por tu empresa, no tienes que hacer nada.'),
      parrafo(
        'Si no fuiste tú, ingresa de inmediato con tu e.firma, revisa tus medios de contacto y elimina los que no reconozcas: ',
        { texto: appUrl, url: appUrl },
      ),
      parrafo(
        'Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque: con ella podría volver a ingresar.',
      ),
      ...cierre(esDemo),
    ],
  };
}

function alarmaPorSms({ tipo }: DatosDeAlarma): ContenidoDeSms {
  return sms('alarma-celular/1', `Buzon IMSS. ${SMS[tipo]} Si no fuiste tu, ingresa con tu e.firma y revisalo hoy.`);
}
