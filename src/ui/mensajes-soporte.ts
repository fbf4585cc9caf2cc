import type { RolError } from '#domain/soporte/rol-error.ts';

/** Why a role of the support staff was not given or taken. */
export const MENSAJES_DE_ROL = {
  RFC_DE_SOPORTE_NO_VALIDO:
    'El RFC no es de una persona física. Escríbelo con sus 13 caracteres, como está en su e.firma.',
  NOMBRE_DE_SOPORTE_FALTA: 'Falta el nombre de la persona. Escríbelo completo, en 250 caracteres o menos.',
  ROL_DESCONOCIDO: 'El rol no existe. Elige CONSULTA, ATENCION o SUPERVISION.',
  ROL_PROPIO: 'No puedes dar ni quitar tu propio rol. Pídelo a otra persona que supervise o a quien opera el portal.',
  SIN_ROL: 'Ese RFC no tiene un rol de soporte. Revisa que esté bien escrito.',
} as const satisfies Record<RolError, string>;
