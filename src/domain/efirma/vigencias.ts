export const VIGENCIA_DEL_CHALLENGE_MINUTOS = 5;

/** Minutes that an answer «good» of the revocation service serves for signing in, if it is valid that long (efirma.md). */
export const VIGENCIA_MAXIMA_DE_BUENO_MINUTOS = 5;
