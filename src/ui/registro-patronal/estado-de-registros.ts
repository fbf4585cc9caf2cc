import type { MedioEscrito, PreguntaDeRegistro } from '#ui/medio-de-contacto/estado-del-formulario.ts';

export interface FilaDeRegistro {
  numero: string;
  /** As it is shown: `A12-34567-10-1`. */
  mostrado: string;
  subdelegacion: string;
  correos: number;
  telefonos: number;
  isElegido: boolean;
}

/** One page of the registros patronales and what is ticked, here and elsewhere. */
export interface ListaDeRegistros {
  seleccionId: string;
  todos: boolean;
  /** Ticked on all pages, and how many there are. */
  elegidos: number;
  total: number;
  buscar: string;
  sinValidar: boolean;
  /** The last number of each page before this one. */
  recorrido: string[];
  filas: FilaDeRegistro[];
  hasMas: boolean;
  /** How many the search finds on all pages, and how many pages those are; null where they are too many to count. */
  hallados: number;
  paginas: number | null;
  /** Grows with each answer, so that the page shows what the server keeps. */
  vez: number;
}

/** What every form about a list sends back to say which it is. */
export function camposDeLista({ seleccionId, recorrido, vez }: ListaDeRegistros): Record<string, string> {
  return { seleccionId, recorrido: recorrido.join(','), vez: String(vez) };
}

/** Of those ticked, which cannot take the medio: named before anything is registered. */
export interface SinCupoMostrado {
  elegidos: number;
  caben: number;
  /** The first of them, as they are shown. */
  cuantosRepetidos: number;
  repetidos: string[];
  cuantosLlenos: number;
  llenos: string[];
}

export interface CupoMostrado extends SinCupoMostrado {
  sha256: string;
  /** What the titular has proved the value for, in words: it is associated without a new proof. Null: nothing. */
  probadoPara: string | null;
}

export type EstadoDeRegistros = { lista: ListaDeRegistros } & MedioEscrito &
  (
    | {
        paso: 'captura';
        error: { campo?: 'mecanismo' | 'valor' | 'todos'; mensaje: string } | null;
        /** Those chosen, when none of them can take the medio. */
        sinCupo?: SinCupoMostrado;
      }
    | { paso: 'confirmar'; peticionId: string; pregunta: PreguntaDeRegistro; cupo: CupoMostrado }
  );
