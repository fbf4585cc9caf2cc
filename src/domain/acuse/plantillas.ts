import type { PlantillaDeAcuse } from './plantilla.ts';
import { PLANTILLAS_2022_09_22 } from './plantillas-2022-09-22.ts';
import type { TipoDeAcuse } from './tipo-de-acuse.ts';

/** Oldest first. */
const PLANTILLAS: readonly PlantillaDeAcuse[] = PLANTILLAS_2022_09_22;

/** The wording in force for a type of acuse made at `fecha`; before the first one, the first. */
export function plantillaVigente(tipo: TipoDeAcuse, fecha: Date): PlantillaDeAcuse {
  const ofTipo = PLANTILLAS.filter((plantilla) => plantilla.tipo === tipo);
  return ofTipo.findLast((plantilla) => plantilla.vigenteDesde <= fecha) ?? (ofTipo[0] as PlantillaDeAcuse);
}

/** The wording of a stored version. Throws RangeError when there is none: plantillas are never removed, so it is a bug. */
export function plantillaDeVersion(version: string): PlantillaDeAcuse {
  const plantilla = PLANTILLAS.find((candidate) => candidate.version === version);
  if (!plantilla) throw new RangeError(`no plantilla ${version}`);
  return plantilla;
}
