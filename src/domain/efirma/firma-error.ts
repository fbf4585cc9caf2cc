import type { EfirmaError } from './efirma-error.ts';

/** Why a signed question is refused; one that nobody asked looks like one that expired. */
export type ChallengeError = 'CHALLENGE_VENCIDO' | 'CHALLENGE_USADO' | 'CHALLENGE_DE_OTRO_NAVEGADOR';

/** Why an e.firma does not open a session. */
export type IngresoError = EfirmaError | ChallengeError;

/** Why an e.firma does not open a staff member's session. */
export type IngresoDeSoporteError = IngresoError | 'SIN_ROL_DE_SOPORTE';

/** Why the solicitud y manifestación is not recorded. */
export type SolicitudError =
  | EfirmaError
  | ChallengeError
  | 'FALTAN_MEDIOS'
  | 'YA_FIRMADA'
  /** Another text came into effect after the one that was read. */
  | 'TEXTO_NUEVO'
  | 'SESION_TERMINADA';
