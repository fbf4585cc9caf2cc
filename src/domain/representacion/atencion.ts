import type { SituacionDeRepresentacion } from './estado.ts';

/** What whom one represents lacks, the first in the list first: the database keeps the place among these (`cliente.atencion`). */
export const ATENCIONES = ['POR_RESPONDER', 'SIN_ACTIVAR', 'PRUEBA_POR_VENCER', 'MEDIO_QUE_FALLA', 'NINGUNA'] as const;

export interface BuzonDeCliente {
  isActivo: boolean;
  /** When the first proof that is awaited expires; null where none is. */
  venceEn: Date | null;
  hasFalla: boolean;
}

/** How the Buzón of a client is, to who represents them: who has only been proposed learns nothing yet, nor does who no longer is. */
export function buzonDeCliente(situacion: SituacionDeRepresentacion, buzon: BuzonDeCliente, now: Date) {
  if (situacion !== 'VIGENTE') return null;
  const { isActivo, venceEn, hasFalla } = buzon;
  return { isActivo, venceEn: venceEn && venceEn > now ? venceEn : null, hasFalla };
}
