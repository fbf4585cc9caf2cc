import type { DatosDeEvento } from '../bitacora/evento.ts';
import type { MotivoDeMostrar } from './motivo-de-mostrar.ts';
import type { RolDeSoporte } from './rol-de-soporte.ts';

export interface HechoDelPersonal {
  id: bigint;
  fecha: Date;
  evento: string;
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
  antes: RolDeSoporte | null;
  miembro: string;
  /** Null for the operator of the portal, from the command line. */
  autor: string | null;
  isFirmado: boolean;
  /** Who had proposed it, where `autor` confirmed it. */
  propuso: string | null;
}
