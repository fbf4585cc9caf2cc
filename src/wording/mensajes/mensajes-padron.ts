import type { EncabezadoError } from '#domain/padron/columnas.ts';
import type { ContenidoError } from '#formats/csv/codificacion.ts';

export const MENSAJES_DE_PADRON = {
  ARCHIVO_VACIO: 'El archivo está vacío. Revisa que sea el del padrón.',
  ARCHIVO_DE_EXCEL: 'Es un libro de Excel. Guárdalo como CSV UTF-8 y vuelve a intentarlo.',
  ARCHIVO_NO_ES_TEXTO: 'No es un archivo de texto. Exporta el padrón como CSV UTF-8.',
  CODIFICACION_DUDOSA:
    'No se puede saber con seguridad con qué codificación se guardó, y no se cargó nada. En Excel guárdalo como «CSV UTF-8 (delimitado por comas)», o di cuál es con --codificacion (windows-1252, cp850, cp437, macintosh, utf-8 o utf-16).',
  FALTAN_COLUMNAS: 'Al encabezado le faltan columnas. Agrégalas y vuelve a intentarlo.',
  COLUMNAS_REPETIDAS: 'El encabezado tiene columnas repetidas. Deja una de cada una y vuelve a intentarlo.',
} as const satisfies Record<ContenidoError | EncabezadoError, string>;
