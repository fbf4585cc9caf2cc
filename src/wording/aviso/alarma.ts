import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type ContenidoDeCorreo, type ContenidoDeSms, cierre, parrafo, sms } from './contenido.ts';

/** What every other validated contact is told, so that someone else's hand is noticed at once. */
export type TipoDeAlarma = 'MEDIO_AGREGADO' | 'MEDIO_ELIMINADO' | 'REGISTROS_ELIMINADOS' | 'EFIRMA_NUEVA';

export interface DatosDeAlarma {
  tipo: TipoDeAlarma;
  /** How this message goes out. */
  mecanismo: Mecanismo;
  /** Under which it was done; none for an e.firma. */
  folio: string | null;
  /** Of the medio that it was done to, which may go on under another folio. */
  folioDelMedio?: string | null;
  /** Why, where the titular did not do it. */
  causa?: CausaDeBaja | null;
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

/** What is told where the padrón did it. */
const POR_EL_PADRON = {
  asunto: {
    MEDIO_ELIMINADO: 'Buzón IMSS: un medio de contacto se quedó sin registros patronales',
    REGISTROS_ELIMINADOS: 'Buzón IMSS: un medio de contacto dejó de ser para algunos registros patronales',
  },
  hecho: {
    MEDIO_ELIMINADO:
      'Se dio de baja un medio de contacto del Buzón IMSS donde este está validado, porque sus registros patronales dejaron de estar a tu nombre en el padrón',
    REGISTROS_ELIMINADOS:
      'Un medio de contacto del Buzón IMSS donde este está validado dejó de ser para los registros patronales que dejaron de estar a tu nombre en el padrón',
  },
  sms: {
    MEDIO_ELIMINADO:
      'Un medio de contacto se quedo sin registros patronales: dejaron de estar a tu nombre en el padron.',
    REGISTROS_ELIMINADOS:
      'Registros patronales dejaron de estar a tu nombre en el padron y de tener un medio de contacto.',
  },
} as const;

/** By e-mail or by SMS: it names the folio, never the other address or number. */
export function alarma(datos: DatosDeAlarma): ContenidoDeCorreo | ContenidoDeSms {
  const { tipo, causa, mecanismo } = datos;
  const isDelPadron = causa === 'PADRON' && (tipo === 'MEDIO_ELIMINADO' || tipo === 'REGISTROS_ELIMINADOS');
  if (mecanismo === 'TELEFONO') return isDelPadron ? padronPorSms(tipo) : alarmaPorSms(datos);
  return isDelPadron ? padronPorCorreo(datos, tipo) : alarmaPorCorreo(datos);
}

type TipoDelPadron = keyof typeof POR_EL_PADRON.hecho;

function padronPorCorreo(datos: DatosDeAlarma, tipo: TipoDelPadron): ContenidoDeCorreo {
  const { appUrl, esDemo } = datos;
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: 'baja-por-padron/1',
    asunto: POR_EL_PADRON.asunto[tipo],
    resumen: `Folio: ${datos.folio}. Descarga tu acuse.`,
    parrafos: [
      parrafo(`${POR_EL_PADRON.hecho[tipo]}${foliosYFecha(datos)}.`),
      parrafo('Ingresa con tu e.firma para descargar el acuse, donde están los registros patronales: ', {
        texto: `${appUrl}/buzon/acuses`,
        url: `${appUrl}/buzon/acuses`,
      }),
      parrafo(
        'Si esos registros patronales siguen siendo tuyos, acude a tu subdelegación para aclarar la inconsistencia.',
      ),
      ...cierre(esDemo),
    ],
  };
}

function padronPorSms(tipo: TipoDelPadron): ContenidoDeSms {
  return sms('baja-por-padron-celular/1', `Buzon IMSS. ${POR_EL_PADRON.sms[tipo]} Consulta tu acuse.`);
}

/** A removal of registros has a folio of its own: the medio's is told as well. */
function foliosYFecha({ folio, folioDelMedio, fecha }: DatosDeAlarma): string {
  const conFolio = folio ? `, con el número de folio: ${folio}` : '';
  const delMedio = folioDelMedio && folioDelMedio !== folio ? ` (el del medio de contacto es ${folioDelMedio})` : '';
  return `${conFolio}${delMedio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México)`;
}

function alarmaPorCorreo(datos: DatosDeAlarma): ContenidoDeCorreo {
  const { tipo, appUrl, esDemo } = datos;
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: tipo === 'REGISTROS_ELIMINADOS' ? 'alarma/2' : 'alarma/1',
    asunto: ASUNTOS[tipo],
    resumen: 'Si fuiste tú, no tienes que hacer nada.',
    parrafos: [
      parrafo(`${HECHOS[tipo]}${foliosYFecha(datos)}.`),
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
