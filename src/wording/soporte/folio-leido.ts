import type { AsuntoDeFolio } from './asunto-de-folio.ts';
import type { SucesoEnCronologia } from './suceso.ts';

/** All that the staff sees of a folio: covered, but for who gave a reason. */
export interface FolioLeido {
  folio: string;
  leidoEn: Date;
  /** Until when this session sees personal data; null while it is covered. */
  mostradosHasta: Date | null;
  titular: { id: string; rfc: string; nombre: string; registros: number; activo: boolean };
  asunto: AsuntoDeFolio;
  notas: NotaDelFolio[];
  cronologia: SucesoEnCronologia[];
  /** Older rows of the bitácora are left out. */
  hasMas: boolean;
  pendientes: Pendiente[];
}

/** What a staff member wrote down about a folio. */
export interface NotaDelFolio {
  fecha: Date;
  texto: string;
  miembro: string;
}

/** One thing that will happen to a folio, and when. */
export interface Pendiente {
  cuando: Date;
  texto: string;
  /** It is being done at this moment. */
  isEnCurso: boolean;
}
