import { formatAlcance } from '#domain/cantidad.ts';
import { formatFecha, formatPlazo } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import type { CausaDeCancelacion } from '#domain/medio-de-contacto/plazo.ts';
import {
  type Aviso,
  type CabezaCitada,
  citaDeCabeza,
  correo,
  type DatosDeCorreo,
  enlace,
  parrafo,
  sms,
} from './contenido.ts';

type DatosDeValidaCorreo = Pick<DatosDeCorreo, 'folio' | 'esDemo'> & { venceEn: Date; url: string };

/** E-mail 1: proves the address by the link «aquí», whole (guide, section V, step 5). A resend says the same deadline. */
export const VALIDA_CORREO = {
  nombre: 'con el enlace para validar',
  redacta: ({ folio, venceEn, url, esDemo }: DatosDeValidaCorreo) => {
    const plazo = formatPlazo(venceEn);
    return correo(esDemo, {
      version: 'valida-correo/3',
      asunto: 'Buzón IMSS: valida tu correo electrónico',
      resumen: `Tienes 72 horas como máximo, hasta el ${plazo}.`,
      parrafos: [
        `Esta dirección se registró como medio de contacto del Buzón IMSS con el número de folio: ${folio}.`,
        `Tienes 72 horas como máximo para validarla, hasta el ${plazo}; en caso contrario se cancelará y tendrás que realizar el registro nuevamente.`,
        parrafo('Da clic ', { texto: 'aquí', url }, ' para validar tu medio de contacto.'),
        parrafo('Si el enlace no abre, copia esta dirección completa en tu navegador: ', enlace(url)),
        'Después recibirás otro correo que confirma la validación. Para activar el Buzón IMSS hacen falta un correo electrónico y un teléfono celular validados para el RFC, y firmar la solicitud en la sección Activación Buzón IMSS.',
        'Si no solicitaste este registro, abre el enlace y presiona «Este correo no es mío»: dejaremos de escribirte, y ahí mismo puedes pedir que nadie registre esta dirección. Abrirlo no valida nada; si no haces nada, la dirección se cancela al terminar el plazo.',
      ],
    });
  },
};

/** The SMS with the code (guide, section V, step 9), without the accents that GSM-7 lacks. */
export const CODIGO_CELULAR = {
  nombre: 'con el código para validar',
  redacta: ({ codigo }: { codigo: string }) =>
    sms(
      'codigo-celular/1',
      `Buzon IMSS. Valida tu celular con el Codigo: ${codigo}. Tienes maximo 72 horas para utilizarlo.`,
    ),
};

/** The SMS after the code was right (guide, section V, step 12). */
export const CELULAR_VALIDADO: Aviso<object> = {
  nombre: 'que confirma la validación',
  redacta: () => sms('celular-validado/1', 'Buzon IMSS. La validacion de tu celular fue exitosa.'),
};

interface DatosDeCorreoValidado extends DatosDeCorreo {
  fechaDeValidacion: Date;
  registros: number | null;
  cabeza?: CabezaCitada | null;
}

/** E-mail 2: the address was validated (guide, section V, step 7), for how many registros patronales or, null, for the RFC. */
export const CORREO_VALIDADO = {
  nombre: 'que confirma la validación',
  redacta: (datos: DatosDeCorreoValidado) => {
    const { folio, fechaDeValidacion, registros, cabeza, appUrl, esDemo } = datos;
    // Registros may have left it while the message waited.
    const para = registros === 0 ? '' : ` Quedó validado para ${formatAlcance(registros)}.`;
    return correo(esDemo, {
      version: 'correo-validado/4',
      asunto: 'Buzón IMSS: tu correo electrónico fue validado',
      resumen: `La validación de tu correo electrónico fue exitosa. Folio: ${folio}.`,
      parrafos: [
        `La validación de tu correo electrónico fue exitosa.${para}`,
        `Número de folio: ${folio}, fecha: ${formatFecha(fechaDeValidacion)} (Tiempo del Centro de México).`,
        'Para activar tu Buzón IMSS hacen falta un correo electrónico y un teléfono celular validados para tu RFC, y firmar la solicitud en la sección Activación Buzón IMSS. Si ya lo hiciste, no tienes nada pendiente.',
        parrafo('Ingresa con tu e.firma: tu Buzón te lleva a lo que sigue. ', enlace(`${appUrl}/buzon`)),
        parrafo('Tu acuse de validación: ', enlace(`${appUrl}/buzon/acuses/${folio}/validacion`)),
        parrafo('Si no solicitaste este registro, consulta qué hacer en la ayuda: ', enlace(`${appUrl}/ayuda`)),
        ...citaDeCabeza(cabeza, appUrl),
      ],
    });
  },
};

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
      version: 'medio-cancelado/2',
      asunto: 'Buzón IMSS: se canceló el registro de tu medio de contacto',
      resumen: `Folio: ${folio}. Para usarlo, regístralo nuevamente.`,
      parrafos: [
        `${medio.correo} que registraste con el número de folio: ${folio} se canceló porque ${porque.correo}. Fecha de cancelación: ${formatPlazo(fechaDeCancelacion)}.`,
        parrafo(
          'Si todavía quieres usarlo, ingresa con tu e.firma y regístralo nuevamente; recibirás un folio nuevo y otras 72 horas para validarlo: ',
          enlace(`${appUrl}/buzon/medios-de-contacto/nuevo`),
        ),
        'Si no solicitaste este registro, no tienes que hacer nada.',
      ],
    });
  },
};
