import { formatFecha } from '#domain/fecha.ts';
import { type CabezaCitada, citaDeCabeza, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

interface DatosDeActivacion extends DatosDeCorreo {
  fecha: Date;
  reemplaza: boolean;
  cabeza?: CabezaCitada | null;
}

/**
 * The e-mail after the solicitud was signed (guide, section V, step 16): the Buzón is active from then on. `reemplaza`: an
 * earlier text had been signed, which this one takes the place of.
 */
export const BUZON_ACTIVADO = {
  nombre: 'que avisa de la activación del Buzón',
  redacta: ({ folio, fecha, reemplaza, cabeza, appUrl, esDemo }: DatosDeActivacion) =>
    correo(esDemo, {
      version: 'buzon-activado/4',
      asunto: reemplaza ? 'Buzón IMSS: firmaste la solicitud nueva' : 'Buzón IMSS: tu Buzón IMSS está activo',
      resumen: `Se firmó la solicitud y manifestación del solicitante. Folio: ${folio}.`,
      parrafos: [
        `Se firmó con tu e.firma la solicitud y manifestación de conformidad para el uso del Buzón IMSS, con el número de folio: ${folio}, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México).`,
        reemplaza
          ? 'Reemplaza a la que habías firmado con un texto anterior, cuyo acuse se conserva. Tu Buzón IMSS sigue activo.'
          : 'Tu Buzón IMSS está activo. A los medios de contacto validados para tu RFC llegan los mensajes de este portal sobre tus trámites. Este portal es una réplica: el Instituto no notifica por él.',
        parrafo(
          'Descarga tu acuse y consérvalo; antes te pediremos ingresar con tu e.firma: ',
          enlace(`${appUrl}/buzon/acuses/${folio}/solicitud`),
        ),
        parrafo('Mantén al día tus medios de contacto: ', enlace(`${appUrl}/buzon/medios-de-contacto`)),
        'Si no firmaste esta solicitud, ingresa con tu e.firma y revisa tus medios de contacto. Si crees que alguien más tiene tu e.firma, pide al SAT que la revoque.',
        ...citaDeCabeza(cabeza, appUrl),
      ],
    }),
};

/**
 * After a solicitud signed while the revocation service was down turned out to be signed with a revoked e.firma.
 * `isActivo`: one of an earlier text, or one signed since, is in force.
 */
export const SOLICITUD_INVALIDA = {
  nombre: 'que avisa que la solicitud quedó sin efecto',
  redacta: ({ folio, isActivo, appUrl, esDemo }: DatosDeCorreo & { isActivo: boolean }) =>
    correo(esDemo, {
      version: 'solicitud-invalida/2',
      asunto: 'Buzón IMSS: tu solicitud no quedó firmada',
      resumen: 'La e.firma con que se firmó está revocada. Firma de nuevo con una vigente.',
      parrafos: [
        `La solicitud y manifestación de conformidad para el uso del Buzón IMSS con el número de folio: ${folio} no tiene efecto: el SAT informó que la e.firma con que se firmó está revocada.`,
        parrafo(
          'Tramita una e.firma nueva en el SAT, ingresa con ella y firma de nuevo en la sección Activación Buzón IMSS: ',
          enlace(appUrl),
        ),
        isActivo
          ? 'Tu Buzón IMSS sigue activo con la otra solicitud que firmaste, que está en vigor.'
          : 'Si no firmaste esta solicitud, no tienes que hacer nada: tu Buzón no se activó.',
      ],
    }),
};
