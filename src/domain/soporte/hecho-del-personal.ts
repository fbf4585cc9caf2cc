import type { DatosDeEvento } from '../bitacora/evento.ts';
import type { MotivoDeMostrar } from './motivo-de-mostrar.ts';

/** What a member of the staff looked at or did, as the bitácora has it. */
export interface HechoDelPersonal {
  evento: string;
  /** Null for what is about no folio, such as leaving. */
  folio: string | null;
  datos: DatosDeEvento;
  /** Why personal data was uncovered, and in whose own words; null for what uncovers none. */
  motivo: MotivoDeMostrar | null;
  detalle: string | null;
}
