/** Why a role of the support staff is not given or taken. */
export type RolError =
  | 'RFC_DE_SOPORTE_NO_VALIDO'
  | 'NOMBRE_DE_SOPORTE_FALTA'
  | 'ROL_DESCONOCIDO'
  | 'ROL_PROPIO'
  | 'SIN_ROL';
