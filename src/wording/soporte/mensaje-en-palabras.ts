import type { TipoDeAviso } from '#domain/aviso/tipo-de-aviso.ts';
import type { Mecanismo } from '#domain/medio-de-contacto/mecanismo.ts';
import { nombreDeAviso } from '../aviso/render-aviso.ts';

/** A message as support speaks of it: «el correo con el enlace para validar». */
export function nombreDeMensaje({ tipo, mecanismo }: { tipo: TipoDeAviso; mecanismo: Mecanismo }): string {
  return `el ${mecanismo === 'TELEFONO' ? 'SMS' : 'correo'} ${nombreDeAviso(tipo)}`;
}

export function proveedorDe(mecanismo: Mecanismo): string {
  return mecanismo === 'TELEFONO' ? 'el proveedor de SMS' : 'el servidor de correo';
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
