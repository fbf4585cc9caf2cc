import type { PlantillaDeSolicitud } from './plantilla.ts';
import { SOLICITUD } from './plantillas-2022-09-22.ts';

/**
 * The second edition of the wording of the solicitud: what the titular signed is no longer called a cadena original, so that
 * whoever copies the one that was sealed finds a single heading of that name.
 */
export const PLANTILLA_DE_SOLICITUD: PlantillaDeSolicitud = {
  ...SOLICITUD,
  version: `${SOLICITUD.version}/2`,
  firma: { ...SOLICITUD.firma, cadena: 'Datos firmados por el solicitante:' },
};
