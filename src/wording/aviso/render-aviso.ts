import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import { ACLARACION_CERRADA, ACLARACION_PRESENTADA, ACLARACION_RESPONDIDA } from './aclaracion.ts';
import { EFIRMA_NUEVA, MEDIO_AGREGADO, MEDIO_ELIMINADO, REGISTROS_ELIMINADOS } from './alarma.ts';
import { BUZON_ACTIVADO } from './buzon-activado.ts';
import { CELULAR_VALIDADO } from './celular-validado.ts';
import { CODIGO_CELULAR } from './codigo-celular.ts';
import type { Aviso, Contenido } from './contenido.ts';
import { CORREO_VALIDADO } from './correo-validado.ts';
import { MEDIO_CANCELADO } from './medio-cancelado.ts';
import { SOLICITUD_INVALIDA } from './solicitud-invalida.ts';
import { VALIDA_CORREO } from './valida-correo.ts';

/** Every kind of aviso, each with all its words in a file of its own. */
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
