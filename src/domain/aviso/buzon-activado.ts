import { formatFecha } from '../fecha.ts';
import { type ContenidoDeCorreo, cierre, parrafo } from './contenido.ts';

export interface DatosDeBuzonActivado {
  /** Folio of the solicitud. */
  folio: string;
  fecha: Date;
  appUrl: string;
  esDemo: boolean;
}

/** The e-mail after the solicitud was signed (guide, section V, step 16): the Buzón is active from then on. */
export function buzonActivado({ folio, fecha, appUrl, esDemo }: DatosDeBuzonActivado): ContenidoDeCorreo {
  return {
    mecanismo: 'CORREO_ELECTRONICO',
    version: 'buzon-activado/1',
    asunto: 'Buzón IMSS: tu Buzón IMSS está activo',
    resumen: `Se firmó la solicitud y manifestación del solicitante. Folio: ${folio}.`,
    parrafos: [
      parrafo(
        `Se firmó con tu e.firma la solicitud y manifestación de conformidad para el uso del Buzón IMSS, con el número de folio: ${folio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México).`,
      ),
      parrafo('Tu Buzón IMSS está activo. A partir de ahora los avisos llegarán a tus medios de contacto validados.'),
      parrafo(
        'Mantén al día tus medios de contacto y conserva tu acuse. Ingresa con tu e.firma para consultarlos o descargarlos: ',
        { texto: appUrl, url: appUrl },
      ),
      parrafo(
        'Si no firmaste esta solicitud, ingresa con tu e.firma y revisa tus medios de contacto. Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque.',
      ),
      ...cierre(esDemo),
    ],
  };
}
