import type { Mecanismo } from './mecanismo.ts';

/** For one scope, the RFC or a registro patronal (guide, section V, step 3). */
export const MAXIMO_DE_CORREOS = 5;
const MAXIMO_DE_TELEFONOS = 1;

export const INTENTOS_POR_MEDIO = 10;
export const INTENTOS_POR_NUMERO_Y_DIA = 20;

export const REENVIO_ESPERA_MS = 60_000;
export const REENVIOS_POR_MEDIO = 3;
export function reenviosRestantes(mensajes: number): number {
  return Math.max(0, REENVIOS_POR_MEDIO + 1 - mensajes);
}
export const SMS_POR_NUMERO_Y_DIA = 10;
export const CORREOS_POR_DIRECCION_Y_DIA = 20;

export function maximoDe(mecanismo: Mecanismo): number {
  return mecanismo === 'CORREO_ELECTRONICO' ? MAXIMO_DE_CORREOS : MAXIMO_DE_TELEFONOS;
}

export function firstFreeLugar(mecanismo: Mecanismo, taken: readonly number[]): number | null {
  for (let lugar = 1; lugar <= maximoDe(mecanismo); lugar++) {
    if (!taken.includes(lugar)) return lugar;
  }
  return null;
}
