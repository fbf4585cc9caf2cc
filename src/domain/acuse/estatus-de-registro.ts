import type { DatosDeAcuseDeMedio } from './datos.ts';

/** guide/README, table. */
export const ESTATUS_DE_REGISTRO = {
  REGISTRO: 'En proceso',
  VALIDACION: 'Validado',
  BAJA: 'Baja',
} as const satisfies Record<DatosDeAcuseDeMedio['tipo'], string>;
