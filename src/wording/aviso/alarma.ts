import type { CausaDeBaja } from '#domain/acuse/datos.ts';
import { formatFecha } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { type Aviso, correo, enlace, parrafo, sms } from './contenido.ts';

interface DatosDeAlarma {
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

interface Redaccion {
  asunto: string;
  hecho: string;
  sms: string;
  /** What to look at and end, where somebody else did it. */
  revisa?: string;
}

interface Alarma extends Redaccion {
  nombre: string;
  version?: string;
  /** What is told where the padrón did it. */
  porElPadron?: Redaccion;
}

/**
 * What every other validated contact is told by e-mail or by SMS, so that someone else's hand is noticed at once: it names
 * the folio, never the other address or number.
 */
function alarma({ nombre, version = 'alarma/1', porElPadron, ...propia }: Alarma): Aviso<DatosDeAlarma> {
  return {
    nombre,
    redacta: (datos) => {
      const isPorSms = datos.mecanismo === 'TELEFONO';
      if (datos.causa === 'PADRON' && porElPadron)
        return isPorSms
          ? sms('baja-por-padron-celular/1', `Buzon IMSS. ${porElPadron.sms} Consulta tu acuse.`)
          : padronPorCorreo(porElPadron, datos);
      return isPorSms
        ? sms('alarma-celular/1', `Buzon IMSS. ${propia.sms} Si no fuiste tu, ingresa con tu e.firma y revisalo hoy.`)
        : alarmaPorCorreo(propia, version, datos);
    },
  };
}

export const MEDIO_AGREGADO = alarma({
  nombre: 'que avisa a otro contacto del registro',
  asunto: 'Buzón IMSS: se registró un medio de contacto',
  hecho: 'Se registró un nuevo medio de contacto en el Buzón IMSS donde este está validado',
  sms: 'Se registro un nuevo medio de contacto en tu Buzon.',
});

export const MEDIO_ELIMINADO = alarma({
  nombre: 'que avisa de la eliminación',
  asunto: 'Buzón IMSS: se eliminó un medio de contacto',
  hecho: 'Se eliminó un medio de contacto del Buzón IMSS donde este está validado',
  sms: 'Se elimino un medio de contacto de tu Buzon.',
  porElPadron: {
    asunto: 'Buzón IMSS: un medio de contacto se quedó sin registros patronales',
    hecho:
      'Se dio de baja un medio de contacto del Buzón IMSS donde este está validado, porque sus registros patronales dejaron de estar a tu nombre en el padrón',
    sms: 'Un medio de contacto se quedo sin registros patronales: dejaron de estar a tu nombre en el padron.',
  },
});

export const REGISTROS_ELIMINADOS = alarma({
  nombre: 'que avisa de los registros patronales que se quitaron',
  version: 'alarma/2',
  asunto: 'Buzón IMSS: se quitaron registros patronales de un medio de contacto',
  hecho: 'Se quitaron registros patronales de un medio de contacto del Buzón IMSS donde este está validado',
  sms: 'Se quitaron registros de un medio de contacto.',
  porElPadron: {
    asunto: 'Buzón IMSS: un medio de contacto dejó de ser para algunos registros patronales',
    hecho:
      'Un medio de contacto del Buzón IMSS donde este está validado dejó de ser para los registros patronales que dejaron de estar a tu nombre en el padrón',
    sms: 'Registros patronales dejaron de estar a tu nombre en el padron y de tener un medio de contacto.',
  },
});

export const EFIRMA_NUEVA = alarma({
  nombre: 'que avisa de una e.firma nueva',
  asunto: 'Buzón IMSS: ingreso con una e.firma nueva',
  hecho: 'Alguien ingresó al Buzón IMSS donde este medio está validado con una e.firma que no se había usado ahí',
  sms: 'Ingreso a tu Buzon con una e.firma nueva.',
});

/** Told at each step to titular and representative alike. */
function representacion(paso: string): Aviso<DatosDeAlarma> {
  return alarma({
    nombre: `que avisa de que una designación de representante ${paso}`,
    version: 'representacion/1',
    asunto: `Buzón IMSS: una designación de representante ${paso}`,
    hecho: `Una designación de representante en la que participas ${paso}`,
    sms: `Una designacion de representante ${paso.replace('ó', 'o').replace('í', 'i')}.`,
    revisa: 'abre «Representantes» y «A quién represento», y termina las designaciones que no reconozcas',
  });
}

export const REPRESENTACIONES = {
  REPRESENTACION_PROPUESTA: representacion('se propuso'),
  REPRESENTACION_POR_COMPLETAR: representacion('espera la segunda firma'),
  REPRESENTACION_VIGENTE: representacion('surte efecto'),
  REPRESENTACION_TERMINADA: representacion('terminó'),
  REPRESENTACION_USADA: representacion('se usó tras 30 días sin uso'),
};

function padronPorCorreo({ asunto, hecho }: Redaccion, datos: DatosDeAlarma) {
  return correo(datos.esDemo, {
    version: 'baja-por-padron/1',
    asunto,
    resumen: `Folio: ${datos.folio}. Descarga tu acuse.`,
    parrafos: [
      `${hecho}${foliosYFecha(datos)}.`,
      parrafo(
        'Ingresa con tu e.firma para descargar el acuse, donde están los registros patronales: ',
        enlace(`${datos.appUrl}/buzon/acuses`),
      ),
      'Si esos registros patronales siguen siendo tuyos, acude a tu subdelegación para aclarar la inconsistencia.',
    ],
  });
}

/** A removal of registros has a folio of its own: the medio's is told as well. */
function foliosYFecha({ folio, folioDelMedio, fecha }: DatosDeAlarma): string {
  const conFolio = folio ? `, con el número de folio: ${folio}` : '';
  const delMedio = folioDelMedio && folioDelMedio !== folio ? ` (el del medio de contacto es ${folioDelMedio})` : '';
  return `${conFolio}${delMedio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México)`;
}

const REVISA = 'revisa tus medios de contacto y elimina los que no reconozcas';

function alarmaPorCorreo({ asunto, hecho, revisa = REVISA }: Redaccion, version: string, datos: DatosDeAlarma) {
  return correo(datos.esDemo, {
    version,
    asunto,
    resumen: 'Si fuiste tú, no tienes que hacer nada.',
    parrafos: [
      `${hecho}${foliosYFecha(datos)}.`,
      'Si fuiste tú, o quien actúa por tu empresa, no tienes que hacer nada.',
      parrafo(`Si no fuiste tú, ingresa de inmediato con tu e.firma, ${revisa}: `, enlace(datos.appUrl)),
      'Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque: con ella podría volver a ingresar.',
    ],
  });
}
