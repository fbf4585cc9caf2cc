import { formatFecha } from '#domain/fecha.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { lengthGsm7 } from '#formats/texto/gsm7.ts';
import { type Aviso, correo, type DatosDeCorreo, enlace, parrafo, SMS_MAXIMO, sms } from './contenido.ts';

interface DatosDeConfirmacion extends DatosDeCorreo {
  mecanismo: Mecanismo;
  fechaDeValidacion: Date;
  url: string;
}

/** Whether a medio proved more than a year ago is in use still: one press answers. An address of the portal too long for an SMS stays out of it. */
export const CONFIRMA_MEDIO: Aviso<DatosDeConfirmacion> = {
  nombre: 'que pregunta si el medio de contacto sigue en uso',
  redacta: ({ mecanismo, folio, fechaDeValidacion, url, appUrl, esDemo }) => {
    if (mecanismo === 'TELEFONO') {
      const texto = `Buzon IMSS. Aun usas este celular? Confirmalo: ${url}`;
      if ((lengthGsm7(texto) ?? Infinity) <= SMS_MAXIMO) return sms('confirma-celular/1', texto);
      return sms(
        'confirma-celular-largo/1',
        'Buzon IMSS. Aun usas este celular? Si no, ingresa con tu e.firma y registra otro.',
      );
    }
    return correo(esDemo, {
      version: 'confirma-correo/1',
      asunto: 'Buzón IMSS: confirma que sigues usando este correo electrónico',
      resumen: 'Lo validaste hace más de un año. Confírmalo con un botón.',
      parrafos: [
        `Este correo electrónico se validó el ${formatFecha(fechaDeValidacion)} como medio de contacto del Buzón IMSS, con el número de folio: ${folio}. Una vez al año preguntamos si todavía lo usas.`,
        parrafo('Da clic ', { texto: 'aquí', url }, ' y presiona el botón para confirmarlo. No hace falta ingresar.'),
        parrafo('Si el enlace no abre, copia esta dirección completa en tu navegador: ', enlace(url)),
        parrafo(
          'Si ya no lo vas a usar, ingresa con tu e.firma, registra otro y elimina este: ',
          enlace(`${appUrl}/buzon/medios-de-contacto`),
        ),
        'Si no haces nada, seguirá siendo tu medio de contacto.',
      ],
    });
  },
};
