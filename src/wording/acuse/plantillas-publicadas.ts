import type { PlantillaDeAclaracion, PlantillaDeAcuse, PlantillaDeMedio, PlantillaDeSolicitud } from './plantilla.ts';
import { COMUNES } from './plantilla-comun.ts';
import { FECHA, PLANTILLAS_2022_09_22, SOLICITUD, VIGENTE_DESDE } from './plantillas-2022-09-22.ts';

/**
 * The second edition of the wording of the solicitud: what the titular signed is no longer called a cadena original, so that
 * whoever copies the one that was sealed finds a single heading of that name.
 */
const PLANTILLA_DE_SOLICITUD: PlantillaDeSolicitud = {
  ...SOLICITUD,
  version: `${SOLICITUD.version}/2`,
  firma: { ...SOLICITUD.firma, cadena: 'Datos firmados por el solicitante:' },
};

const CUERPO =
  'Se hace constar que {nombre}, con RFC {rfc}, y la persona con RFC {rfcRepresentante}, a quien designa como su representante en el Buzón IMSS, firmaron mancomunadamente el texto que sigue, cada uno con su propia e.firma; el titular, el {fechaDeFirma} {zona}. Surte efecto desde la fecha de este acuse.';

/** The acuse of a designation that titular and representative signed. Its wording is ours: the guide shows none. */
const PLANTILLA_DE_REPRESENTACION: PlantillaDeSolicitud = {
  ...PLANTILLA_DE_SOLICITUD,
  version: 'representacion/2026-11-30',
  tipo: 'REPRESENTACION',
  vigenteDesde: new Date('2026-11-30T00:00:00-06:00'),
  titulo: 'Acuse de designación y aceptación de representante',
  cuerpo: CUERPO,
  cuerpoConRepresentante: CUERPO,
  firma: { ...PLANTILLA_DE_SOLICITUD.firma, titulo: 'Firma del titular', cadena: 'Datos firmados por los dos:' },
  designacion: { titulo: 'Representante', nombre: 'Nombre:', firma: 'Firma del representante' },
};

/** The acuse of what is filed in «Aclaraciones u Orientaciones». Its wording is ours: the guide (section VII) shows none. */
const PLANTILLA_DE_ACLARACION: PlantillaDeAclaracion = {
  version: `aclaracion/${FECHA}`,
  tipo: 'ACLARACION',
  vigenteDesde: VIGENTE_DESDE,
  titulo: 'Acuse de presentación de aclaración u orientación',
  cuerpo:
    'Se hace constar que {nombre}, con RFC {rfc}, presentó el {fecha} {zona}, por el servicio «Aclaraciones u Orientaciones» del Buzón IMSS, el planteamiento que sigue. La respuesta se publica en ese mismo servicio, con el número de folio de este acuse.',
  bloque: 'Información de la aclaración',
  etiquetas: {
    asunto: 'Asunto:',
    folioDelMedio: 'Folio del medio de contacto:',
    fechaDelMedio: 'Fecha de registro del medio de contacto:',
    enPlazo: 'Presentada dentro de las 24 horas del registro:',
    adjunto: 'Archivo adjunto:',
    sha256DelAdjunto: 'SHA-256 del archivo adjunto:',
    sha256: 'SHA-256 del planteamiento:',
  },
  planteamiento: 'Planteamiento',
  comunes: COMUNES,
};

/**
 * The second edition of the wording of 2022: that of acuses of medios, with what they say of registros patronales. Ours,
 * since the guide shows no acuse of section VI.
 */
const PLANTILLAS_DE_REGISTROS: PlantillaDeMedio[] = PLANTILLAS_2022_09_22.filter(isDeMedio).map((plantilla) => ({
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
const PLANTILLAS_CON_RELACION: PlantillaDeMedio[] = PLANTILLAS_DE_REGISTROS.map((plantilla) => ({
  ...plantilla,
  version: plantilla.version.replace(/2$/, '3'),
  deRegistros: plantilla.deRegistros && {
    ...plantilla.deRegistros,
    relacion: { todos: '{total}: {numeros}', primeros: '{total}: {numeros} y {mas} más, que nombra el anexo' },
  },
}));

/** The fourth edition, of the baja alone: it says when registros left because the padrón has them under another name. */
const PLANTILLAS_CON_CAUSA: PlantillaDeMedio[] = PLANTILLAS_CON_RELACION.filter(({ tipo }) => tipo === 'BAJA').map(
  (plantilla) => ({
    ...plantilla,
    version: plantilla.version.replace(/3$/, '4'),
    deRegistros: plantilla.deRegistros && {
      ...plantilla.deRegistros,
      causa: {
        etiqueta: 'Causa de la baja:',
        PADRON: 'Los Registros Patronales dejaron de estar a nombre del particular en el padrón del Instituto.',
      },
    },
  }),
);

function isDeMedio(plantilla: PlantillaDeAcuse): plantilla is PlantillaDeMedio {
  return 'cierre' in plantilla;
}

/** Every wording that was ever in force, oldest first. To publish one is to add it at the end, with its date of effect. */
export const PLANTILLAS_PUBLICADAS: readonly PlantillaDeAcuse[] = [
  ...PLANTILLAS_2022_09_22,
  ...PLANTILLAS_DE_REGISTROS,
  PLANTILLA_DE_ACLARACION,
  ...PLANTILLAS_CON_RELACION,
  PLANTILLA_DE_SOLICITUD,
  ...PLANTILLAS_CON_CAUSA,
  PLANTILLA_DE_REPRESENTACION,
];
