import { formatFecha } from '#domain/fecha.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo } from './contenido.ts';

type DatosDePeticion = Omit<DatosDeCorreo, 'folio'> & { fecha: Date };

/** Says neither who asks nor whom: whoever reads the mailbox may be a third. */
export const REPRESENTACION_PEDIDA: Aviso<DatosDePeticion> = {
  nombre: 'que avisa de que alguien pide ser representante',
  redacta: ({ fecha, appUrl, esDemo }) =>
    correo(esDemo, {
      version: 'representacion-pedida/1',
      asunto: 'Buzón IMSS: alguien pide ser tu representante',
      resumen: 'Si no contestas, no puede hacer nada.',
      parrafos: [
        `Una persona pidió ser representante en el Buzón IMSS de este correo, fecha: ${formatFecha(fecha)} (Tiempo del Centro de México).`,
        parrafo('Ingresa con tu e.firma para ver quién es y decir que sí o que no: ', enlace(`${appUrl}/buzon`)),
        'Si no contestas en 21 días, la petición termina. Mientras no la nombres y firmen los dos, no puede ver ni hacer nada por ti.',
      ],
    }),
};
