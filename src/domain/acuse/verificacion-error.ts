/**
 * Why there is nothing to verify. An unknown folio, another tipo and a wrong check value are told the same. That a folio or
 * a value cannot be one at all is told apart: whoever has its check digits can compute as much without the portal.
 */
export type VerificacionError =
  | 'FOLIO_MAL_ESCRITO'
  | 'VALOR_MAL_ESCRITO'
  | 'ACUSE_NO_ENCONTRADO'
  | 'ARCHIVO_NO_EMITIDO'
  | 'DEMASIADAS_VERIFICACIONES'
  /** For the support staff: the folio's personal data is not in sight. */
  | 'EVIDENCIA_CUBIERTA';
