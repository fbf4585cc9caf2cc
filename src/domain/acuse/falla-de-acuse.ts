/** What of a stored acuse does not agree with its sello. Any of them, and it is not given as genuine. */
export const FALLAS_DE_ACUSE = [
  'CADENA_DISTINTA',
  'SELLO_INVALIDO',
  'CERTIFICADO_NO_VIGENTE',
  'DOCUMENTO_ALTERADO',
  'TIEMPO_INVALIDO',
  'REGISTROS_DISTINTOS',
  'TEXTO_DISTINTO',
  'FIRMA_INVALIDA',
  'EFIRMA_INVALIDA',
  'PLANTEAMIENTO_DISTINTO',
  'ADJUNTO_DISTINTO',
] as const;

export type FallaDeAcuse = (typeof FALLAS_DE_ACUSE)[number];
