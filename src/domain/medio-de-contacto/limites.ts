import type { Mecanismo } from './mecanismo.ts';

/** For one scope, the RFC or a registro patronal (guide, section V, step 3). */
export const MAXIMO = { CORREO_ELECTRONICO: 5, TELEFONO: 1 } as const satisfies Record<Mecanismo, number>;

export const DIA_MS = 24 * 3_600_000;

/** Wrong codes: of one medio, and of a titular in 24 hours whatever the number. A code has five digits and lives 72 hours. */
export const INTENTOS_POR_MEDIO = 10;
export const INCORRECTOS_POR_TITULAR_Y_DIA = 30;

export const REENVIO_ESPERA_MS = 60_000;
export const REENVIOS_POR_MEDIO = 3;
export function reenviosRestantes(mensajes: number): number {
  return Math.max(0, REENVIOS_POR_MEDIO + 1 - mensajes);
}

/** Numbers and addresses that one titular may have unproved at once: who proves as they go never meets these. */
export const SIN_PROBAR = { CORREO_ELECTRONICO: 10, TELEFONO: 5 } as const satisfies Record<Mecanismo, number>;
/** Times that, of other ones that a titular asked for in 24 hours and did not prove. */
export const SIN_PROBAR_POR_DIA = 2;
/**
 * Links or codes that a titular may ask for in 24 hours to one number (a message, its three resends, one more) or mailbox (five
 * addresses of its, or one for several registros patronales, and as many again) unproved.
 */
export const MENSAJES_A_UN_DESTINO = { CORREO_ELECTRONICO: 10, TELEFONO: 5 } as const satisfies Record<
  Mecanismo,
  number
>;
export const SMS_POR_TITULAR_Y_DIA = 30;

/** Links or codes to one number or mailbox unproved in 24 hours, over all titulares: one more waits until there is room. */
export const MENSAJES_POR_DIA = { CORREO_ELECTRONICO: 20, TELEFONO: 10 } as const satisfies Record<Mecanismo, number>;
/** Longer than that a message does not wait, since what it proves ends after 72 hours. */
export const DEMORA_MAXIMA_MS = 2 * DIA_MS;
/** What a message to a mailbox that somebody disowned waits, for other titulares, and for how long that is remembered. */
export const DEMORA_POR_AJENO_MS = 6 * 3_600_000;
export const AJENO_RECORDADO_MS = 30 * DIA_MS;

/** SMS of the whole portal in 24 hours: ten times a busy day. At its end no new number is taken; what was asked for goes out; the log warns before. */
export const SMS_DEL_PORTAL_Y_DIA = 20_000;
export const ALARMA_DE_SMS = 0.8 * SMS_DEL_PORTAL_Y_DIA;

export function firstFreeLugar(mecanismo: Mecanismo, taken: readonly number[]): number | null {
  for (let lugar = 1; lugar <= MAXIMO[mecanismo]; lugar++) {
    if (!taken.includes(lugar)) return lugar;
  }
  return null;
}
