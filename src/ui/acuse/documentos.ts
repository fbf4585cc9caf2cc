import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';

/** What each tipo of acuse is about, in words. */
export const DOCUMENTOS = {
  REGISTRO: 'Registro de medio de contacto',
  VALIDACION: 'Validación de medio de contacto',
  BAJA: 'Baja de medio de contacto',
  SOLICITUD: 'Activación de Buzón IMSS',
  ACLARACION: 'Aclaración u orientación',
} as const satisfies Record<TipoDeAcuse, string>;
