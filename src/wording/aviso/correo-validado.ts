import { formatAlcance } from '#domain/cantidad.ts';
import { formatFecha } from '#domain/fecha.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

interface DatosDeCorreoValidado extends DatosDeCorreo {
  fechaDeValidacion: Date;
  /** How many registros patronales it is for; null when it is for the RFC. */
  registros: number | null;
}

/** E-mail 2: the address was validated (guide, section V, step 7). */
export const CORREO_VALIDADO = {
  nombre: 'que confirma la validación',
  redacta: (datos: DatosDeCorreoValidado) => {
    const { folio, fechaDeValidacion, registros, appUrl, esDemo } = datos;
    // Registros may have left it while the message waited.
    const para = registros === 0 ? '' : ` Quedó validado para ${formatAlcance(registros)}.`;
    return correo(esDemo, {
      version: 'correo-validado/2',
      asunto: 'Buzón IMSS: tu correo electrónico fue validado',
      resumen: `La validación de tu correo electrónico fue exitosa. Folio: ${folio}.`,
      parrafos: [
        parrafo(`La validación de tu correo electrónico fue exitosa.${para}`),
        parrafo(`Número de folio: ${folio}, fecha: ${formatFecha(fechaDeValidacion)} (Tiempo del Centro de México).`),
        parrafo(
          'Para activar tu Buzón IMSS hacen falta un correo electrónico y un teléfono celular validados para tu RFC, y firmar la solicitud en la sección Activación Buzón IMSS. Si ya lo hiciste, no tienes nada pendiente.',
        ),
        parrafo('Ingresa con tu e.firma para continuar o para descargar tu acuse de validación: ', enlace(appUrl)),
        parrafo('Si no solicitaste este registro, consulta qué hacer en la ayuda: ', enlace(`${appUrl}/ayuda`)),
      ],
    });
  },
} satisfies Aviso<DatosDeCorreoValidado>;
