import type { Carga } from './carga/carga.ts';
import { CLASES, type Clase } from './carga/medida.ts';
import type { Escena } from './escena.ts';

/** Puts all back as it was. @returns what it saw that should not have been. */
export type Fin = (() => Promise<string[]>) | (() => Promise<void>);

/** One thing that goes wrong under load: what it is called, how it begins and how it ends. */
export interface Falla {
  nombre: string;
  /** What of the load needs what fails: all the rest are «the others», who should notice nothing. */
  afecta: readonly Clase[];
  /** Nothing fails: what the others are compared with. */
  isBase?: true;
  /** Also in the short form. */
  corta?: true;
  /** Between beginning and end, 9 unless told. */
  segundos?: number;
  /** How soon a code leaves all the same (p99). */
  codigoMs?: number;
  /** Why it cannot be tried on this machine. */
  omitir?(escena: Escena): string | null;
  /** Under load too, but nothing has failed yet. */
  prepare?(escena: Escena, carga: Carga): Promise<void>;
  begin(escena: Escena, carga: Carga): Promise<Fin>;
  /** What was prepared is taken away; the load may notice. */
  clear?(escena: Escena): Promise<void>;
}

export const TODAS: readonly Clase[] = CLASES;
export const NADA: readonly Clase[] = [];
/** Those that write an acuse. */
export const CON_ACUSE: readonly Clase[] = ['registro', 'validacion'];
