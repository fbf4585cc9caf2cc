import { formatFecha } from '#domain/fecha.ts';
import { type ContenidoDeCorreo, cierre, parrafo } from './contenido.ts';

export type TipoDeAvisoDeAclaracion = 'ACLARACION_PRESENTADA' | 'ACLARACION_RESPONDIDA' | 'ACLARACION_CERRADA';

export interface DatosDeAclaracion {
  tipo: TipoDeAvisoDeAclaracion;
  folio: string;
  /** When it was filed, answered or closed. */
  fecha: Date;
  appUrl: string;
  esDemo: boolean;
}

interface Redaccion {
  version: string;
  asunto: string;
  hecho: string;
  /** What else is so; it follows folio and date. */
  ademas?: string;
  /** What happens next. */
  sigue: string;
}

const REDACCIONES = {
  ACLARACION_PRESENTADA: {
    version: 'aclaracion-presentada/1',
    asunto: 'Buzón IMSS: recibimos tu aclaración',
    hecho: 'Se presentó tu aclaración',
    sigue: 'Te escribiremos cuando haya respuesta. Ingresa con tu e.firma para consultarla o descargar tu acuse: ',
  },
  ACLARACION_RESPONDIDA: {
    version: 'aclaracion-respondida/2',
    asunto: 'Buzón IMSS: tu aclaración tiene respuesta',
    hecho: 'El soporte de este portal respondió tu aclaración',
    sigue: 'Ingresa con tu e.firma para leer la respuesta; ahí mismo puedes escribir de nuevo si te falta algo: ',
  },
  ACLARACION_CERRADA: {
    version: 'aclaracion-cerrada/2',
    asunto: 'Buzón IMSS: se cerró tu aclaración',
    hecho: 'Se cerró tu aclaración',
    ademas: '; ya tenía respuesta',
    sigue: 'Puedes consultarla cuando quieras, o presentar otra si la necesitas. Ingresa con tu e.firma: ',
  },
} as const satisfies Record<TipoDeAvisoDeAclaracion, Redaccion>;

/** The e-mails about an aclaración: they name its folio, and never repeat what anybody wrote. */
export function aclaracion({ tipo, folio, fecha, appUrl, esDemo }: DatosDeAclaracion): ContenidoDeCorreo {
  const { version, asunto, hecho, ademas = '', sigue }: Redaccion = REDACCIONES[tipo];
  const url = `${appUrl}/buzon/aclaraciones/${folio}`;
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version,
    asunto,
    resumen: `Folio: ${folio}.`,
    parrafos: [
      parrafo(
        `${hecho} con el número de folio: ${folio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México)${ademas}.`,
      ),
      parrafo(sigue, { texto: url, url }),
      parrafo(
        'Si no presentaste esta aclaración, ingresa con tu e.firma y revisa tus medios de contacto. Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque.',
      ),
      ...cierre(esDemo),
    ],
  };
}
