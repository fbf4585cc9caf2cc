import type { PlantillaDeAclaracion } from './plantilla.ts';
import { COMUNES, FECHA, VIGENTE_DESDE } from './plantillas-2022-09-22.ts';

/** The acuse of what is filed in «Aclaraciones u Orientaciones». Its wording is ours: the guide (section VII) shows none. */
export const PLANTILLA_DE_ACLARACION: PlantillaDeAclaracion = {
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
