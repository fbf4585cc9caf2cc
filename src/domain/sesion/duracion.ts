/** Of one person; who signs in once more ends the oldest. */
export const SESIONES_A_LA_VEZ = 5;
/** A session ends after this long without activity, and after this long in any case (OWASP ASVS 3.3, level 2). */
export const INACTIVIDAD_MAXIMA_MINUTOS = 15;
export const DURACION_MAXIMA_HORAS = 8;
