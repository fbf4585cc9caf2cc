import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';
import type { PlantillaDeAcuse } from './plantilla.ts';
import { PLANTILLAS_PUBLICADAS } from './plantillas-publicadas.ts';

/** The wording in force for a type of acuse made at `fecha`: the last edition of it; before the first one, of the first. */
export function plantillaVigente(tipo: TipoDeAcuse, fecha: Date): PlantillaDeAcuse {
  const ofTipo = PLANTILLAS_PUBLICADAS.filter((plantilla) => plantilla.tipo === tipo);
  const [first] = ofTipo as [PlantillaDeAcuse];
  const since = fecha < first.vigenteDesde ? first.vigenteDesde : fecha;
  return ofTipo.findLast((plantilla) => plantilla.vigenteDesde <= since) ?? first;
}

/** The wording of a stored version. Throws RangeError when there is none: plantillas are never removed, so it is a bug. */
export function plantillaDeVersion(version: string): PlantillaDeAcuse {
  const plantilla = PLANTILLAS_PUBLICADAS.find((candidate) => candidate.version === version);
  if (!plantilla) throw new RangeError(`no plantilla ${version}`);
  return plantilla;
}
