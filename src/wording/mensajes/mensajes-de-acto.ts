import type { BajaError } from '#domain/medio-de-contacto/errores.ts';
import type { EtiquetaError } from '#domain/medio-de-contacto/etiqueta.ts';
import type { ActoDeRolError, RolError } from '#domain/soporte/errores.ts';

export const MENSAJES_DE_BAJA = {
  BAJA_NO_PROCEDE:
    'Ese medio de contacto ya no se puede eliminar: ya estaba cancelado o dado de baja. Revisa la lista.',
  BAJA_PIDE_FIRMA:
    'Es el último medio de contacto validado para tu RFC y tu Buzón está activo: sin él no recibirás ningún aviso de este portal. Para eliminarlo se te pedirá firmar con tu e.firma; si quieres seguir recibiéndolos, registra y valida antes otro.',
  DEMASIADAS_PETICIONES: 'Hiciste demasiados cambios seguidos. Espera una hora y vuelve a intentarlo.',
} as const satisfies Record<BajaError, string>;

export const MENSAJES_DE_ETIQUETA = {
  ETIQUETA_LARGA: 'La etiqueta es demasiado larga. Escribe hasta 30 caracteres, por ejemplo Nóminas.',
  ETIQUETA_CON_SIGNOS:
    'La etiqueta tiene signos que no se ven. Escríbela de nuevo con letras, números y signos comunes.',
  MEDIO_SIN_ETIQUETA: 'Ese medio de contacto ya no está en uso, así que no se le pone etiqueta. Revisa la lista.',
} as const satisfies Record<EtiquetaError, string>;

export const MENSAJES_DE_ROL = {
  RFC_DE_SOPORTE_NO_VALIDO:
    'El RFC no es de una persona física. Escríbelo con sus 13 caracteres, como está en su e.firma.',
  NOMBRE_DE_SOPORTE_FALTA: 'Falta el nombre de la persona. Escríbelo completo, en 250 caracteres o menos.',
  ROL_DESCONOCIDO: 'El rol no existe. Elige CONSULTA, ATENCION o SUPERVISION.',
  ROL_PROPIO: 'No puedes dar ni quitar tu propio rol. Pídelo a otra persona que supervise o a quien opera el portal.',
  SIN_ROL: 'Ese RFC no tiene un rol de soporte. Revisa que esté bien escrito.',
} as const satisfies Record<RolError, string>;

/** What may be wrong with what is signed just before it is done, beside the e.firma itself. */
export const MENSAJES_DE_ACTO = {
  ...MENSAJES_DE_BAJA,
  ...MENSAJES_DE_ROL,
  PROPUESTA_PENDIENTE:
    'Ya se propuso que esa persona supervise. Espera a que lo confirme otra persona que supervise, en la página del equipo.',
  PROPUESTA_CERRADA:
    'Esa propuesta ya no está pendiente: se confirmó, se retiró, pasaron sus 72 horas o quien la hizo ya no supervisa. Revisa la página del equipo.',
  PROPUESTA_PROPIA:
    'Tú hiciste esa propuesta: la confirma otra persona que supervise. Si no hay otra, pide el alta a quien opera el portal.',
} as const satisfies Record<BajaError | ActoDeRolError, string>;
