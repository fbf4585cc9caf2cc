import { formatFecha } from '#domain/fecha.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

interface DatosDeAclaracion extends DatosDeCorreo {
  /** When it was filed, answered or closed. */
  fecha: Date;
}

interface Redaccion {
  nombre: string;
  version: string;
  asunto: string;
  hecho: string;
  /** What else is so; it follows folio and date. */
  ademas?: string;
  /** What happens next. */
  sigue: string;
}

/** The e-mails about an aclaración: they name its folio, and never repeat what anybody wrote. */
function aclaracion({ nombre, version, asunto, hecho, ademas = '', sigue }: Redaccion): Aviso<DatosDeAclaracion> {
  return {
    nombre,
    redacta: ({ folio, fecha, appUrl, esDemo }) =>
      correo(esDemo, {
        version,
        asunto,
        resumen: `Folio: ${folio}.`,
        parrafos: [
          `${hecho} con el número de folio: ${folio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México)${ademas}.`,
          parrafo(sigue, enlace(`${appUrl}/buzon/aclaraciones/${folio}`)),
          'Si no presentaste esta aclaración, ingresa con tu e.firma y revisa tus medios de contacto. Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque.',
        ],
      }),
  };
}

export const ACLARACION_PRESENTADA = aclaracion({
  nombre: 'que confirma la aclaración',
  version: 'aclaracion-presentada/1',
  asunto: 'Buzón IMSS: recibimos tu aclaración',
  hecho: 'Se presentó tu aclaración',
  sigue: 'Te escribiremos cuando haya respuesta. Ingresa con tu e.firma para consultarla o descargar tu acuse: ',
});

export const ACLARACION_RESPONDIDA = aclaracion({
  nombre: 'que avisa de la respuesta a la aclaración',
  version: 'aclaracion-respondida/2',
  asunto: 'Buzón IMSS: tu aclaración tiene respuesta',
  hecho: 'El soporte de este portal respondió tu aclaración',
  sigue: 'Ingresa con tu e.firma para leer la respuesta; ahí mismo puedes escribir de nuevo si te falta algo: ',
});

export const ACLARACION_CERRADA = aclaracion({
  nombre: 'que avisa del cierre de la aclaración',
  version: 'aclaracion-cerrada/2',
  asunto: 'Buzón IMSS: se cerró tu aclaración',
  hecho: 'Se cerró tu aclaración',
  ademas: '; ya tenía respuesta',
  sigue: 'Puedes consultarla cuando quieras, o presentar otra si la necesitas. Ingresa con tu e.firma: ',
});
