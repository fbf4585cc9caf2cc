import type { RolDeSoporte } from '#domain/soporte/rol-de-soporte.ts';

/** Why one of them does not enter. */
export type CasoDeDemo = 'VENCIDA' | 'AUN_NO_VIGENTE' | 'REVOCADA' | 'CSD' | 'OTRA_AUTORIDAD' | 'PAR_NO_CORRESPONDE';

export interface EfirmaDeDemo {
  /** Its name in addresses: `/demo/efirmas/<slug>.zip`. */
  slug: string;
  rfc: string;
  nombre: string;
  paraQue: string;
  contrasena: string;
  registros: number;
  caso?: CasoDeDemo;
  serie: string;
  correo: string;
  rfcRepresentante?: string;
  curp?: string;
  curpRepresentante?: string;
  cifrado?: 'AES-256';
  rol?: RolDeSoporte;
}
