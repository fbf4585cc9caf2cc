import type { EstadoDeEntrega, EstadoDeMedio } from './estado.ts';
import { DIA_MS } from './limites.ts';

/** Whether notices reach a medio that was proved, from the worst: somebody else's, not delivered, proved long ago. */
export type Salud = 'AJENO' | 'NO_LLEGA' | 'PRUEBA_ANTIGUA' | 'FUNCIONA';

export interface HechosDeSalud {
  estado: EstadoDeMedio;
  fechaDeValidacion: Date | null;
  /** When whoever gets the messages there last said that it is in use still. */
  confirmadoEn: Date | null;
  /** What became of the newest notice to it since it was proved, among those that a provider judged. */
  entrega: EstadoDeEntrega | null;
  /** When whoever gets the messages last said that it is not the titular's, and did not take it back. */
  ajenoEn: Date | null;
}

export const PRUEBA_MAXIMA_MS = 365 * DIA_MS;

/** Null for a medio that is not Validado: nothing but its link or code is sent there. */
export function judgeSalud(medio: HechosDeSalud, now: Date): Salud | null {
  const { estado, fechaDeValidacion, confirmadoEn, entrega, ajenoEn } = medio;
  if (estado !== 'VALIDADO' || fechaDeValidacion === null) return null;
  if (ajenoEn !== null && ajenoEn >= fechaDeValidacion) return 'AJENO';
  if (entrega === 'REBOTADO' || entrega === 'RECHAZADO') return 'NO_LLEGA';
  const prueba = confirmadoEn ?? fechaDeValidacion;
  return now.getTime() - prueba.getTime() > PRUEBA_MAXIMA_MS ? 'PRUEBA_ANTIGUA' : 'FUNCIONA';
}

/** An old proof is one all the same. */
export function isUtil(salud: Salud | null): boolean {
  return salud === 'FUNCIONA' || salud === 'PRUEBA_ANTIGUA';
}
