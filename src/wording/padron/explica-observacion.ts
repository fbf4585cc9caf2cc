import type { Motivo, ObservacionDeLinea } from '#domain/padron/observacion.ts';

const MOTIVOS = {
  VACIO: 'está vacío: escríbelo',
  LARGO: 'es demasiado largo: abrévialo',
  CARACTERES: 'tiene caracteres dañados o de otro alfabeto: escríbelo de nuevo, o guarda el archivo como CSV UTF-8',
  RFC_FORMA: 'no es un RFC: debe tener 12 o 13 caracteres, como ABC010203AB1',
  RFC_GENERICO: 'es un RFC genérico, que no puede tener buzón: escribe el del titular',
  RFC_DIGITO: 'su dígito verificador no es el que corresponde; se cargó así: revísalo',
  REGISTRO_FORMA: 'no es un registro patronal: debe tener 10 u 11 caracteres, como A12-34567-10-1',
  REGISTRO_DIGITO: 'su dígito verificador no es el que corresponde; se cargó así: revísalo',
  ESTADO: 'no es un estado: escribe vigente o baja',
  COLUMNAS: 'no tiene las columnas del encabezado: si un dato lleva el separador, escríbelo entre comillas dobles',
  COMILLAS: 'tiene comillas sin cerrar o mal puestas: dentro de un dato entre comillas, escríbelas dobles',
  RENGLON_LARGO: 'es demasiado largo para ser un renglón del padrón',
  REPETIDO: 'el registro ya estaba en la línea {otra}, que es la que se cargó: deja una sola de las dos',
} as const satisfies Record<Motivo, string>;

export function explicacionDe({ motivo, otraLinea }: ObservacionDeLinea): string {
  return MOTIVOS[motivo].replace('{otra}', String(otraLinea ?? ''));
}
