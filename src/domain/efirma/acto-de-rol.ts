import { optional, type Par } from '../cadena-original.ts';
import type { RolDeSoporte } from '../soporte/rol-de-soporte.ts';

/** SUPERVISION is proposed by one and confirmed by another; any other role is given by one. */
export interface ActoDeRol {
  tipo: 'DAR_ROL' | 'QUITAR_ROL' | 'PROPONER_ROL' | 'CONFIRMAR_ROL' | 'RETIRAR_PROPUESTA';
  rfc: string;
  nombre: string;
  rol: RolDeSoporte;
  propuestaId?: string;
}

const EN_PALABRAS: Readonly<Record<ActoDeRol['tipo'], string>> = {
  DAR_ROL: 'Dar un rol de soporte',
  QUITAR_ROL: 'Quitar un rol de soporte',
  PROPONER_ROL: 'Proponer que una persona supervise el soporte',
  CONFIRMAR_ROL: 'Confirmar que una persona supervise el soporte',
  RETIRAR_PROPUESTA: 'Retirar la propuesta de que una persona supervise el soporte',
};

/** What is signed of it, also as it is shown before. */
export function paresDeRol({ tipo, rfc, nombre, rol, propuestaId }: ActoDeRol): Par[] {
  return [
    ['Acto', EN_PALABRAS[tipo]],
    ['Persona', nombre],
    ['RFC de la persona', rfc],
    ['Rol', rol],
    ...optional('Propuesta', propuestaId),
  ];
}
