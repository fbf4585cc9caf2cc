import type { TipoDeAcuse } from '#domain/acuse/tipo-de-acuse.ts';

const DOCUMENTOS = {
  REGISTRO: 'Registro de medio de contacto',
  VALIDACION: 'Validación de medio de contacto',
  BAJA: 'Baja de medio de contacto',
  SOLICITUD: 'Activación de Buzón IMSS',
  ACLARACION: 'Aclaración u orientación',
  REPRESENTACION: 'Designación de representante',
} as const satisfies Record<TipoDeAcuse, string>;

/** The same, of one acuse: registros may leave a medio that goes on. */
export function documentoDe({ tipo, isDeRegistros }: { tipo: TipoDeAcuse; isDeRegistros: boolean }): string {
  return isDeRegistros ? 'Baja de Registros Patronales de un medio de contacto' : DOCUMENTOS[tipo];
}
