/** Why there is nothing to verify. An unknown folio, another tipo and a wrong check value are told the same. */
export type VerificacionError = 'ACUSE_NO_ENCONTRADO' | 'ARCHIVO_NO_EMITIDO' | 'DEMASIADAS_VERIFICACIONES';
