import type { ContenidoError } from '#domain/padron/codificacion.ts';
import type { EncabezadoError } from '#domain/padron/columnas.ts';

/** Why a file was not loaded at all; nothing was changed. */
export const MENSAJES_DE_PADRON = {
  ARCHIVO_VACIO: 'El archivo está vacío. Revisa que sea el del padrón.',
  ARCHIVO_DE_EXCEL: 'Es un libro de Excel. Guárdalo como CSV UTF-8 y vuelve a intentarlo.',
  ARCHIVO_EN_UTF16: 'El archivo está en UTF-16. Guárdalo como CSV UTF-8 y vuelve a intentarlo.',
  ARCHIVO_NO_ES_TEXTO: 'No es un archivo de texto. Exporta el padrón como CSV UTF-8.',
  FALTAN_COLUMNAS: 'Al encabezado le faltan columnas. Agrégalas y vuelve a intentarlo.',
  COLUMNAS_REPETIDAS: 'El encabezado tiene columnas repetidas. Deja una de cada una y vuelve a intentarlo.',
} as const satisfies Record<ContenidoError | EncabezadoError, string>;
