import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';

export type CasoDeDemo =
  | 'VIGENTE'
  | 'VENCIDA'
  | 'AUN_NO_VIGENTE'
  | 'REVOCADA'
  | 'CSD'
  | 'OTRA_AUTORIDAD'
  | 'PAR_NO_CORRESPONDE';

export interface EfirmaDeDemo {
  /** Its name in addresses: `/demo/efirmas/<slug>.zip`. */
  slug: string;
  rfc: string;
  nombre: string;
  /** A sentence for the demo page: what happens with it. */
  paraQue: string;
  contrasena: string;
  /** How many registros patronales the demo padrón gives it. */
  registros: number;
  caso: CasoDeDemo;
  /** 20 digits. */
  serie: string;
  correo: string;
  rfcRepresentante?: string;
  curp?: string;
  curpRepresentante?: string;
  cifrado?: 'AES-256';
  /** Of the support staff. */
  rol?: RolDeSoporte;
}
