import { formatFecha } from '#domain/fecha.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

interface DatosDeBuzonActivado extends DatosDeCorreo {
  fecha: Date;
  /** An earlier text had been signed, which this one takes the place of. */
  reemplaza: boolean;
}

/** The e-mail after the solicitud was signed (guide, section V, step 16): the Buzón is active from then on. */
export const BUZON_ACTIVADO = {
  nombre: 'que avisa de la activación del Buzón',
  redacta: ({ folio, fecha, reemplaza, appUrl, esDemo }: DatosDeBuzonActivado) =>
    correo(esDemo, {
      version: 'buzon-activado/2',
      asunto: reemplaza ? 'Buzón IMSS: firmaste la solicitud nueva' : 'Buzón IMSS: tu Buzón IMSS está activo',
      resumen: `Se firmó la solicitud y manifestación del solicitante. Folio: ${folio}.`,
      parrafos: [
        parrafo(
          `Se firmó con tu e.firma la solicitud y manifestación de conformidad para el uso del Buzón IMSS, con el número de folio: ${folio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México).`,
        ),
        parrafo(
          reemplaza
            ? 'Reemplaza a la que habías firmado con un texto anterior, cuyo acuse se conserva. Tu Buzón IMSS sigue activo.'
            : 'Tu Buzón IMSS está activo. A los medios de contacto validados para tu RFC llegan los mensajes de este portal sobre tus trámites. Este portal es una réplica: el Instituto no notifica por él.',
        ),
        parrafo(
          'Mantén al día tus medios de contacto y conserva tu acuse. Ingresa con tu e.firma para consultarlos o descargarlos: ',
          enlace(appUrl),
        ),
        parrafo(
          'Si no firmaste esta solicitud, ingresa con tu e.firma y revisa tus medios de contacto. Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque.',
        ),
      ],
    }),
} satisfies Aviso<DatosDeBuzonActivado>;
