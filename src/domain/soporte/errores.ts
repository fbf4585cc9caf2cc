import type { DetalleError, NotaDeFolioError } from './texto-de-soporte.ts';

/** Why the personal data of a folio is not uncovered. */
export type MostrarError = DetalleError | 'MOTIVO_FALTA' | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';

/** Why a note is not added. */
export type NotaError = NotaDeFolioError | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';
