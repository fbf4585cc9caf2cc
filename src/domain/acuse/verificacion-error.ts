/** An unknown folio, another tipo and a wrong check value are told the same: a folio alone reveals nothing. */
export type VerificacionError =
  | 'FOLIO_MAL_ESCRITO'
  | 'VALOR_MAL_ESCRITO'
  | 'ACUSE_NO_ENCONTRADO'
  | 'ARCHIVO_NO_EMITIDO'
  | 'DEMASIADAS_VERIFICACIONES'
  | 'EVIDENCIA_CUBIERTA';
