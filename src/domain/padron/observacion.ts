import type { Columna } from './columnas.ts';

/** What a row of the padrón is told: an error keeps it out, an aviso does not. */
export interface Observacion {
  /** Null when it is about the row as a whole. */
  columna: Columna | null;
  motivo: Motivo;
  /** What the file says there. */
  valor: string;
}

/** An observación in its place. */
export interface ObservacionDeLinea extends Observacion {
  linea: number;
  /** The line that the reason speaks of. */
  otraLinea?: number;
}

export type Gravedad = 'error' | 'aviso';

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
