/** The messages that the portal sends to people (guia/textos.md, «Messages»). */
export const TIPOS_DE_AVISO = [
  'VALIDA_CORREO',
  'CORREO_VALIDADO',
  'CODIGO_CELULAR',
  'CELULAR_VALIDADO',
  'MEDIO_CANCELADO',
  'BUZON_ACTIVADO',
  'MEDIO_AGREGADO',
  'MEDIO_ELIMINADO',
  'EFIRMA_NUEVA',
  'SOLICITUD_INVALIDA',
  'REGISTROS_ELIMINADOS',
  'ACLARACION_PRESENTADA',
  'ACLARACION_RESPONDIDA',
  'ACLARACION_CERRADA',
] as const;

export type TipoDeAviso = (typeof TIPOS_DE_AVISO)[number];
