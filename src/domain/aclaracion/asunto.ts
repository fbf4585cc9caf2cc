/** What an aclaración may be about: the guide's «Activación Buzón IMSS» first (section VII), the others ours. */
export const ASUNTOS_DE_ACLARACION = [
  'ACTIVACION_BUZON_IMSS',
  'MEDIOS_DE_CONTACTO',
  'REGISTROS_PATRONALES',
  'OTRO',
] as const;

export type AsuntoDeAclaracion = (typeof ASUNTOS_DE_ACLARACION)[number];

export const ASUNTO_EN_PALABRAS = {
  ACTIVACION_BUZON_IMSS: 'Activación Buzón IMSS',
  MEDIOS_DE_CONTACTO: 'Medios de contacto',
  REGISTROS_PATRONALES: 'Registros patronales',
  OTRO: 'Otro',
} as const satisfies Record<AsuntoDeAclaracion, string>;
