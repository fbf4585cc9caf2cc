import { buildCadenaOriginal, INVOCANTE, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { formatMedio } from '../medio-de-contacto/telefono.ts';
import { type ActoDeRol, paresDeRol } from './acto-de-rol.ts';

export interface BajaDelUltimo {
  tipo: 'ELIMINAR_ULTIMO_MEDIO';
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
}

export type Acto = BajaDelUltimo | ActoDeRol;

export function paresDeActo(acto: Acto): Par[] {
  if (acto.tipo !== 'ELIMINAR_ULTIMO_MEDIO') return paresDeRol(acto);
  return [
    ['Acto', 'Eliminar el último medio de contacto de un Buzón activo'],
    ['Folio', acto.folio],
    ['Medio de contacto', formatMedio(acto)],
  ];
}

/** Of one instant and one signer: no other act has the same. Never to be taken for a sign-in's text. */
export function cadenaDeActo(acto: Acto, firmante: { rfc: string; nombre: string }, fecha: Date): string {
  return buildCadenaOriginal([
    INVOCANTE,
    ['Fecha de elaboración', formatFechaIsoCentro(fecha)],
    ['RFC', firmante.rfc],
    ['Nombre, denominación o Razón social', firmante.nombre],
    ...paresDeActo(acto),
  ]);
}
