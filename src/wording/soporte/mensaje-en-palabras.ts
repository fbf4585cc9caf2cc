import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';

const ASUNTOS = {
  VALIDA_CORREO: 'con el enlace para validar',
  CODIGO_CELULAR: 'con el código para validar',
  CORREO_VALIDADO: 'que confirma la validación',
  CELULAR_VALIDADO: 'que confirma la validación',
  MEDIO_CANCELADO: 'que avisa de la cancelación',
  MEDIO_AGREGADO: 'que avisa a otro contacto del registro',
  MEDIO_ELIMINADO: 'que avisa de la eliminación',
  REGISTROS_ELIMINADOS: 'que avisa de los registros patronales que se quitaron',
  BUZON_ACTIVADO: 'que avisa de la activación del Buzón',
  SOLICITUD_INVALIDA: 'que avisa que la solicitud quedó sin efecto',
  EFIRMA_NUEVA: 'que avisa de una e.firma nueva',
  ACLARACION_PRESENTADA: 'que confirma la aclaración',
  ACLARACION_RESPONDIDA: 'que avisa de la respuesta a la aclaración',
  ACLARACION_CERRADA: 'que avisa del cierre de la aclaración',
} as const satisfies Record<TipoDeAviso, string>;

/** A message as support speaks of it: «el correo con el enlace para validar». */
export function nombreDeMensaje({ tipo, mecanismo }: { tipo: TipoDeAviso; mecanismo: Mecanismo }): string {
  return `el ${mecanismo === 'TELEFONO' ? 'SMS' : 'correo'} ${ASUNTOS[tipo]}`;
}

/** Who takes it from the portal. */
export function proveedorDe(mecanismo: Mecanismo): string {
  return mecanismo === 'TELEFONO' ? 'el proveedor de SMS' : 'el servidor de correo';
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
