import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { ACLARACION_CERRADA, ACLARACION_PRESENTADA, ACLARACION_RESPONDIDA } from './aclaracion.ts';
import { EFIRMA_NUEVA, MEDIO_AGREGADO, MEDIO_ELIMINADO, REGISTROS_ELIMINADOS, REPRESENTACIONES } from './alarma.ts';
import { CONFIRMA_MEDIO } from './confirmacion.ts';
import type { Aviso, Contenido } from './contenido.ts';
import { CELULAR_VALIDADO, CODIGO_CELULAR, CORREO_VALIDADO, MEDIO_CANCELADO, VALIDA_CORREO } from './medio.ts';
import { REPRESENTACION_PEDIDA } from './peticion.ts';
import { BUZON_ACTIVADO, SOLICITUD_INVALIDA } from './solicitud.ts';

/** Every kind of aviso, with all its words in the file of what it is about. */
const AVISOS = {
  VALIDA_CORREO,
  CORREO_VALIDADO,
  CODIGO_CELULAR,
  CELULAR_VALIDADO,
  MEDIO_CANCELADO,
  BUZON_ACTIVADO,
  MEDIO_AGREGADO,
  MEDIO_ELIMINADO,
  EFIRMA_NUEVA,
  SOLICITUD_INVALIDA,
  REGISTROS_ELIMINADOS,
  ACLARACION_PRESENTADA,
  ACLARACION_RESPONDIDA,
  ACLARACION_CERRADA,
  ...REPRESENTACIONES,
  REPRESENTACION_PEDIDA,
  CONFIRMA_MEDIO,
} as const satisfies Record<TipoDeAviso, Aviso<never>>;

/** Each kind with what its text is made from. */
export type DatosDeAviso = {
  [Tipo in TipoDeAviso]: { tipo: Tipo } & Parameters<(typeof AVISOS)[Tipo]['redacta']>[0];
}[TipoDeAviso];

/** The wording in force of a message. Pure: the same data give the same text, so that a resend repeats the first. */
export function renderAviso(datos: DatosDeAviso): Contenido {
  const { redacta } = AVISOS[datos.tipo] as Aviso<DatosDeAviso>;
  return redacta(datos);
}

/** How support calls it, after «el correo» or «el SMS»: «con el enlace para validar». */
export function nombreDeAviso(tipo: TipoDeAviso): string {
  return AVISOS[tipo].nombre;
}
