export const ROLES_DE_SOPORTE = ['CONSULTA', 'ATENCION', 'SUPERVISION'] as const;

export type RolDeSoporte = (typeof ROLES_DE_SOPORTE)[number];

export type PermisoDeSoporte =
  /** Search, folios with their timeline, and «Mostrar» with a reason. */
  | 'CONSULTAR'
  /** Resend within the caps, answer and close aclaraciones, add notes to a folio. */
  | 'ATENDER'
  /** The board, who looked at what and why, and giving and taking roles. */
  | 'SUPERVISAR';

const PERMISOS: Record<RolDeSoporte, readonly PermisoDeSoporte[]> = {
  CONSULTA: ['CONSULTAR'],
  ATENCION: ['CONSULTAR', 'ATENDER'],
  SUPERVISION: ['CONSULTAR', 'ATENDER', 'SUPERVISAR'],
};

export function hasPermiso(rol: RolDeSoporte, permiso: PermisoDeSoporte): boolean {
  return PERMISOS[rol].includes(permiso);
}

export interface MiembroDelEquipo {
  id: string;
  rfc: string;
  nombre: string;
  rol: RolDeSoporte;
  altaEn: Date;
  conSesion: boolean;
  isYo: boolean;
}
