import type { ReenvioError } from '#domain/medio-de-contacto/errores.ts';
import type { ConsultaError } from '#domain/soporte/consulta.ts';
import type { DescargaDeAdjuntoError, MostrarError, NotaError } from '#domain/soporte/errores.ts';
import { SIN_REENVIOS } from '../soporte/resumen-de-medio.ts';

const COMUNES = {
  FOLIO_NO_ENCONTRADO: 'Ese folio no existe. Revisa que esté completo y búscalo de nuevo.',
  TEXTO_CON_DATOS_PERSONALES:
    'Quita del texto los correos, teléfonos y RFC: otras personas lo leerán con los datos cubiertos. Nombra el folio.',
} as const;

const LIMITE = {
  DEMASIADAS_CONSULTAS: 'Hiciste demasiadas consultas seguidas. Espera diez minutos y vuelve a intentarlo.',
} as const;

export const MENSAJES_DE_DESCARGA_DE_ADJUNTO = {
  ADJUNTO_CUBIERTO:
    'El archivo puede llevar datos personales. Abre la aclaración, pulsa «Mostrar», di el motivo y descárgalo de nuevo.',
  ADJUNTO_NO_ENCONTRADO: 'Ese archivo no existe. Ábrelo desde su aclaración.',
} as const satisfies Record<DescargaDeAdjuntoError, string>;

export const MENSAJES_DE_MOSTRAR = {
  ...COMUNES,
  ...LIMITE,
  MOTIVO_FALTA: 'Elige para qué necesitas ver los datos.',
  DETALLE_CORTO: 'Explica con tus palabras para qué necesitas ver los datos, en diez caracteres o más.',
  DETALLE_LARGO: 'La explicación es demasiado larga. Escríbela en 300 caracteres o menos.',
} as const satisfies Record<MostrarError, string>;

export const MENSAJES_DE_NOTA = {
  ...COMUNES,
  ...LIMITE,
  NOTA_VACIA: 'Escribe la nota.',
  NOTA_LARGA: 'La nota es demasiado larga. Escríbela en 1,000 caracteres o menos.',
} as const satisfies Record<NotaError, string>;

const MENSAJES_DE_CONSULTA = {
  CONSULTA_VACIA: 'Escribe qué buscas: un folio, RFC, registro patronal, correo, teléfono o nombre.',
  CONSULTA_LARGA: 'Es demasiado largo para buscarlo. Escríbelo en 254 caracteres o menos.',
  FOLIO_INCOMPLETO:
    'El folio no está completo o un dígito no corresponde. Es como BI-2026.00000123-45: pide que te lo dicten de nuevo.',
  CORREO_INCOMPLETO: 'El correo no está completo. Se busca exacto, como nombre@dominio.mx.',
  NUMERO_INCOMPLETO: 'Un teléfono tiene diez dígitos y un registro patronal, once. Revisa cuántos escribiste.',
  NOMBRE_CORTO: 'Escribe al menos tres letras del nombre.',
  ...LIMITE,
} as const satisfies Record<ConsultaError | 'DEMASIADAS_CONSULTAS', string>;

export function mensajeDeConsulta(error: string | undefined): string | undefined {
  return Object.entries(MENSAJES_DE_CONSULTA).find(([code]) => code === error)?.[1];
}

/** Why support could not send a message again, and what to do. */
export const MENSAJES_DE_REENVIO_DE_SOPORTE = {
  ...SIN_REENVIOS,
  REENVIO_SATURADO:
    'A ese destino ya se le enviaron todos los mensajes permitidos por hoy. Inténtalo mañana; el plazo para validarlo no cambia.',
  CORREO_CERRADO:
    'Quien recibe los mensajes de ese correo pidió que ya no se le envíen. El titular debe registrar otro, o abrir el enlace con el que se cerró y presionar «Este correo sí es mío».',
  REENVIO_NO_PROCEDE: 'El medio de contacto ya no está en proceso, así que no hay mensaje que reenviar.',
  DEMASIADAS_PETICIONES: 'Hiciste demasiadas peticiones seguidas. Espera diez minutos y vuelve a intentarlo.',
  REENVIO_ESPERA: 'Se acaba de enviar un mensaje. Espera un minuto antes de enviar otro.',
} as const satisfies Record<ReenvioError['codigo'], string>;
