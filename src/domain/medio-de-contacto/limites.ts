import type { Mecanismo } from './mecanismo.ts';

/** E-mail addresses for one scope, the RFC or a registro patronal (guide, section V, step 3). */
export const MAXIMO_DE_CORREOS = 5;
/** Telephones for one scope. */
export const MAXIMO_DE_TELEFONOS = 1;

/** Wrong codes a medio takes; then it is Cancelado. */
export const INTENTOS_POR_MEDIO = 10;
/** Wrong codes a telephone number takes in a day, over all titulares. */
export const INTENTOS_POR_NUMERO_Y_DIA = 20;

/** Milliseconds to wait between sending a message and sending it again. */
export const REENVIO_ESPERA_MS = 60_000;
/** Times that a medio's link or code is sent again. */
export const REENVIOS_POR_MEDIO = 3;
/** How often a medio's message may still be sent again, once it was sent so many times. */
export function reenviosRestantes(mensajes: number): number {
  return Math.max(0, REENVIOS_POR_MEDIO + 1 - mensajes);
}
/** Messages a day to one number, and to one address, over all titulares. */
export const SMS_POR_NUMERO_Y_DIA = 10;
export const CORREOS_POR_DIRECCION_Y_DIA = 20;

/** How many medios of a mecanismo one scope holds, counting those En proceso and Validado. */
export function maximoDe(mecanismo: Mecanismo): number {
  return mecanismo === 'CORREO_ELECTRONICO' ? MAXIMO_DE_CORREOS : MAXIMO_DE_TELEFONOS;
}

/** The first place that is free, from 1, or null when the scope is full. */
export function firstFreeLugar(mecanismo: Mecanismo, taken: readonly number[]): number | null {
  for (let lugar = 1; lugar <= maximoDe(mecanismo); lugar++) {
    if (!taken.includes(lugar)) return lugar;
  }
  return null;
}
