import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

interface DatosDeSolicitudInvalida extends DatosDeCorreo {
  /** One of an earlier text, or one signed since, is in force. */
  isActivo: boolean;
}

/** After a solicitud signed while the revocation service was down turned out to be signed with a revoked e.firma. */
export const SOLICITUD_INVALIDA = {
  nombre: 'que avisa que la solicitud quedó sin efecto',
  redacta: ({ folio, isActivo, appUrl, esDemo }: DatosDeSolicitudInvalida) =>
    correo(esDemo, {
      version: 'solicitud-invalida/2',
      asunto: 'Buzón IMSS: tu solicitud no quedó firmada',
      resumen: 'La e.firma con que se firmó está revocada. Firma de nuevo con una vigente.',
      parrafos: [
        parrafo(
          `La solicitud y manifestación de conformidad para el uso del Buzón IMSS con el número de folio: ${folio} no tiene efecto: el SAT informó que la e.firma con que se firmó está revocada.`,
        ),
        parrafo(
          'Tramita una e.firma nueva en el SAT, ingresa con ella y firma de nuevo en la sección Activación Buzón IMSS: ',
          enlace(appUrl),
        ),
        parrafo(
          isActivo
            ? 'Tu Buzón IMSS sigue activo con la otra solicitud que firmaste, que está en vigor.'
            : 'Si no firmaste esta solicitud, no tienes que hacer nada: tu Buzón no se activó.',
        ),
      ],
    }),
} satisfies Aviso<DatosDeSolicitudInvalida>;
