import type { DetalleError, NotaDeFolioError } from './texto-de-soporte.ts';

/** Why the personal data of a folio is not uncovered. */
export type MostrarError = DetalleError | 'MOTIVO_FALTA' | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';

/** Why the file of a message is not given to a staff member. */
export type DescargaDeAdjuntoError = 'ADJUNTO_CUBIERTO' | 'ADJUNTO_NO_ENCONTRADO';

/** Why a note is not added. */
export type NotaError = NotaDeFolioError | 'FOLIO_NO_ENCONTRADO' | 'DEMASIADAS_CONSULTAS';
