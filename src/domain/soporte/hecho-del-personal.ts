import type { DatosDeEvento } from '../bitacora/evento.ts';
import type { MotivoDeMostrar } from './motivo-de-mostrar.ts';
import type { RolDeSoporte } from './rol-de-soporte.ts';

/** What a member of the staff looked at or did, as the bitácora has it. */
export interface HechoDelPersonal {
  id: bigint;
  fecha: Date;
  evento: string;
  /** Null for what is about no folio, such as leaving. */
  folio: string | null;
  datos: DatosDeEvento;
  miembroId: string;
  miembro: string;
  /** Why personal data was uncovered, and in whose own words; null for what uncovers none. */
  motivo: MotivoDeMostrar | null;
  detalle: string | null;
}

export interface CambioDeRol {
  id: bigint;
  fecha: Date;
  evento: 'ROL_DADO' | 'ROL_QUITADO';
  rol: RolDeSoporte;
  /** The role they had until then; null for who had none. */
  antes: RolDeSoporte | null;
  miembro: string;
  /** Who gave or took it; null for the operator of the portal, from the command line. */
  autor: string | null;
}
