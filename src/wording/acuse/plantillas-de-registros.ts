import type { PlantillaDeAcuse, PlantillaDeMedio } from './plantilla.ts';
import { PLANTILLAS_2022_09_22 } from './plantillas-2022-09-22.ts';

/**
 * The second edition of the wording of 2022: that of acuses of medios, with what they say of registros patronales. Ours,
 * since the guide shows no acuse of section VI.
 */
export const PLANTILLAS_DE_REGISTROS: PlantillaDeMedio[] = PLANTILLAS_2022_09_22.filter(isDeMedio).map((plantilla) => ({
  ...plantilla,
  version: `${plantilla.version}/2`,
  deRegistros: {
    folioDelMedio: 'Folio del medio de contacto:',
    registros: 'Registros Patronales:',
    sha256: 'SHA-256 de la relación de Registros Patronales:',
    anexo: 'Anexo. Relación de Registros Patronales',
  },
}));

/** The third edition: their table names the first registros, or all where they are few. */
export const PLANTILLAS_CON_RELACION: PlantillaDeMedio[] = PLANTILLAS_DE_REGISTROS.map((plantilla) => ({
  ...plantilla,
  version: plantilla.version.replace(/2$/, '3'),
  deRegistros: plantilla.deRegistros && {
    ...plantilla.deRegistros,
    relacion: { todos: '{total}: {numeros}', primeros: '{total}: {numeros} y {mas} más, que nombra el anexo' },
  },
}));

/** The fourth edition, of the baja alone: it says when registros left because the padrón has them under another name. */
export const PLANTILLAS_CON_CAUSA: PlantillaDeMedio[] = PLANTILLAS_CON_RELACION.filter(
  ({ tipo }) => tipo === 'BAJA',
).map((plantilla) => ({
  ...plantilla,
  version: plantilla.version.replace(/3$/, '4'),
  deRegistros: plantilla.deRegistros && {
    ...plantilla.deRegistros,
    causa: {
      etiqueta: 'Causa de la baja:',
      PADRON: 'Los Registros Patronales dejaron de estar a nombre del particular en el padrón del Instituto.',
    },
  },
}));

function isDeMedio(plantilla: PlantillaDeAcuse): plantilla is PlantillaDeMedio {
  return plantilla.tipo !== 'SOLICITUD' && plantilla.tipo !== 'ACLARACION';
}
