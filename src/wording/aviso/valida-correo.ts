import { formatPlazo } from '#domain/fecha.ts';
import { type Aviso, correo, enlace, parrafo } from './contenido.ts';

export interface DatosDeValidaCorreo {
  folio: string;
  venceEn: Date;
  /** The address of the link «aquí», whole. */
  url: string;
  esDemo: boolean;
}

/** E-mail 1: proves the address by the link «aquí» (guide, section V, step 5). A resend says the same deadline. */
export const VALIDA_CORREO = {
  nombre: 'con el enlace para validar',
  redacta: ({ folio, venceEn, url, esDemo }: DatosDeValidaCorreo) => {
    const plazo = formatPlazo(venceEn);
    return correo(esDemo, {
      version: 'valida-correo/3',
      asunto: 'Buzón IMSS: valida tu correo electrónico',
      resumen: `Tienes 72 horas como máximo, hasta el ${plazo}.`,
      parrafos: [
        parrafo(`Esta dirección se registró como medio de contacto del Buzón IMSS con el número de folio: ${folio}.`),
        parrafo(
          `Tienes 72 horas como máximo para validarla, hasta el ${plazo}; en caso contrario se cancelará y tendrás que realizar el registro nuevamente.`,
        ),
        parrafo('Da clic ', { texto: 'aquí', url }, ' para validar tu medio de contacto.'),
        parrafo('Si el enlace no abre, copia esta dirección completa en tu navegador: ', enlace(url)),
        parrafo(
          'Después recibirás otro correo que confirma la validación. Para activar el Buzón IMSS hacen falta un correo electrónico y un teléfono celular validados para el RFC, y firmar la solicitud en la sección Activación Buzón IMSS.',
        ),
        parrafo(
          'Si no solicitaste este registro, abre el enlace y presiona «Este correo no es mío»: dejaremos de escribirte, y ahí mismo puedes pedir que nadie registre esta dirección. Abrirlo no valida nada; si no haces nada, la dirección se cancela al terminar el plazo.',
        ),
      ],
    });
  },
} satisfies Aviso<DatosDeValidaCorreo>;
