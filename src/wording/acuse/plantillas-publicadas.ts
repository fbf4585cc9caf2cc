import type { PlantillaDeAcuse } from './plantilla.ts';
import { PLANTILLA_DE_ACLARACION } from './plantilla-de-aclaracion.ts';
import { PLANTILLA_DE_SOLICITUD } from './plantilla-de-solicitud.ts';
import { PLANTILLAS_2022_09_22 } from './plantillas-2022-09-22.ts';
import { PLANTILLAS_CON_CAUSA, PLANTILLAS_CON_RELACION, PLANTILLAS_DE_REGISTROS } from './plantillas-de-registros.ts';

/** Every wording that was ever in force, oldest first. To publish one is to add it at the end, with its date of effect. */
export const PLANTILLAS_PUBLICADAS: readonly PlantillaDeAcuse[] = [
  ...PLANTILLAS_2022_09_22,
  ...PLANTILLAS_DE_REGISTROS,
  PLANTILLA_DE_ACLARACION,
  ...PLANTILLAS_CON_RELACION,
  PLANTILLA_DE_SOLICITUD,
  ...PLANTILLAS_CON_CAUSA,
];
