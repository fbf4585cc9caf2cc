import type { Columna } from './columnas.ts';

export interface Observacion {
  columna: Columna | null;
  motivo: Motivo;
  valor: string;
}

export interface ObservacionDeLinea extends Observacion {
  linea: number;
  otraLinea?: number;
}

type Gravedad = 'error' | 'aviso';

export type Motivo = keyof typeof MOTIVOS;

const MOTIVOS = {
  VACIO: ['error', 'está vacío: escríbelo'],
  LARGO: ['error', 'es demasiado largo: abrévialo'],
  CARACTERES: ['error', 'tiene caracteres dañados: guarda el archivo de nuevo como CSV UTF-8'],
  RFC_FORMA: ['error', 'no es un RFC: debe tener 12 o 13 caracteres, como ABC010203AB1'],
  RFC_GENERICO: ['error', 'es un RFC genérico, que no puede tener buzón: escribe el del titular'],
  RFC_DIGITO: ['aviso', 'su dígito verificador no es el que corresponde; se cargó así: revísalo'],
  REGISTRO_FORMA: ['error', 'no es un registro patronal: debe tener 10 u 11 caracteres, como A12-34567-10-1'],
  REGISTRO_DIGITO: ['aviso', 'su dígito verificador no es el que corresponde; se cargó así: revísalo'],
  ESTADO: ['error', 'no es un estado: escribe vigente o baja'],
  COLUMNAS: [
    'error',
    'no tiene las columnas del encabezado: si un dato lleva el separador, escríbelo entre comillas dobles',
  ],
  COMILLAS: ['error', 'tiene comillas sin cerrar o mal puestas: dentro de un dato entre comillas, escríbelas dobles'],
  RENGLON_LARGO: ['error', 'es demasiado largo para ser un renglón del padrón'],
  REPETIDO: ['aviso', 'el registro ya estaba en la línea {otra}, que es la que se cargó: deja una sola de las dos'],
} as const satisfies Record<string, readonly [Gravedad, string]>;

export function gravedadDe({ motivo }: Observacion): Gravedad {
  return MOTIVOS[motivo][0];
}

export function explicacionDe({ motivo, otraLinea }: ObservacionDeLinea): string {
  return MOTIVOS[motivo][1].replace('{otra}', String(otraLinea ?? ''));
}
