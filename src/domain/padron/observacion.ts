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

const MOTIVOS = {
  VACIO: 'error',
  LARGO: 'error',
  CARACTERES: 'error',
  RFC_FORMA: 'error',
  RFC_GENERICO: 'error',
  RFC_DIGITO: 'aviso',
  REGISTRO_FORMA: 'error',
  REGISTRO_DIGITO: 'aviso',
  ESTADO: 'error',
  COLUMNAS: 'error',
  COMILLAS: 'error',
  RENGLON_LARGO: 'error',
  REPETIDO: 'aviso',
} as const satisfies Record<string, Gravedad>;

export type Motivo = keyof typeof MOTIVOS;

export function gravedadDe({ motivo }: Observacion): Gravedad {
  return MOTIVOS[motivo];
}
