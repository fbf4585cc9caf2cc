export type AltaDeSoporte<Rol = string> = { rfc: string; nombre: string; rol: Rol };

/** A role for a person, another for a member (or none, empty), or the end of a proposal. */
export type PeticionDeRol =
  | AltaDeSoporte
  | { miembroId: string; rol: string }
  | { propuestaId: string; confirma: boolean };

export interface PropuestaDeRol {
  id: string;
  rfc: string;
  nombre: string;
  propuso: string;
  isMia: boolean;
  venceEn: Date;
}

/** How long a proposal of SUPERVISION waits for a second member; the database has it too (guard_cierre_de_propuesta). */
const VIGENCIA_MS = 72 * 3_600_000;

export function propuestaAbiertaDesde(now: Date): Date {
  return new Date(now.getTime() - VIGENCIA_MS);
}

export function venceLaPropuestaDeRol(fecha: Date): Date {
  return new Date(fecha.getTime() + VIGENCIA_MS);
}
