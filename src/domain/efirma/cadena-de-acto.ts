import { buildCadenaOriginal, INVOCANTE, optional, type Par } from '../cadena-original.ts';
import { formatFechaIsoCentro } from '../fecha.ts';
import type { Mecanismo } from '../medio-de-contacto/mecanismo.ts';
import { formatMedio } from '../medio-de-contacto/telefono.ts';
import type { RolDeSoporte } from '../soporte/rol-de-soporte.ts';

export interface BajaDelUltimo {
  tipo: 'ELIMINAR_ULTIMO_MEDIO';
  folio: string;
  mecanismo: Mecanismo;
  valor: string;
}

/** SUPERVISION is proposed by one and confirmed by another; any other role is given by one. */
export interface ActoDeRol {
  tipo: 'DAR_ROL' | 'QUITAR_ROL' | 'PROPONER_ROL' | 'CONFIRMAR_ROL' | 'RETIRAR_PROPUESTA';
  rfc: string;
  nombre: string;
  rol: RolDeSoporte;
  propuestaId?: string;
}

export type Acto = BajaDelUltimo | ActoDeRol;

export const ACTO_EN_PALABRAS: Readonly<Record<Acto['tipo'], string>> = {
  ELIMINAR_ULTIMO_MEDIO: 'Eliminar el último medio de contacto de un Buzón activo',
  DAR_ROL: 'Dar un rol de soporte',
  QUITAR_ROL: 'Quitar un rol de soporte',
  PROPONER_ROL: 'Proponer que una persona supervise el soporte',
  CONFIRMAR_ROL: 'Confirmar que una persona supervise el soporte',
  RETIRAR_PROPUESTA: 'Retirar la propuesta de que una persona supervise el soporte',
};

export function paresDeActo(acto: Acto): Par[] {
  const que: Par = ['Acto', ACTO_EN_PALABRAS[acto.tipo]];
  if (acto.tipo === 'ELIMINAR_ULTIMO_MEDIO')
    return [que, ['Folio', acto.folio], ['Medio de contacto', formatMedio(acto)]];
  const { rfc, nombre, rol, propuestaId } = acto;
  const persona: Par[] = [
    ['Persona', nombre],
    ['RFC de la persona', rfc],
  ];
  return [que, ...persona, ['Rol', rol], ...optional('Propuesta', propuestaId)];
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
