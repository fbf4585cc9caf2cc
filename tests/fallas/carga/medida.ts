/** What a request is part of. */
export type Clase = 'ingreso' | 'registro' | 'validacion' | 'pagina';

export const CLASES: readonly Clase[] = ['ingreso', 'registro', 'validacion', 'pagina'];

/** One request and what came of it; instants in milliseconds. */
export interface Medida {
  clase: Clase;
  desde: number;
  ms: number;
  /** What was asked for was done, and said so. */
  bien: boolean;
  /** Why not, for whoever reads the table. */
  causa: string;
}

/** A registration that the portal said it had made. */
export interface Aceptado {
  /** When it was pressed for the first time, and when it was answered. */
  desde: number;
  en: number;
  folio: string;
  valor: string;
  mecanismo: 'CORREO_ELECTRONICO' | 'TELEFONO';
}
