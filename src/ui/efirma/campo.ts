import { fail, type Result } from '#domain/result.ts';
import type { CodigoDeFirma } from '#wording/mensajes/mensajes-efirma.ts';

const PREFIJOS = {
  rfc: ['RFC_'],
  certificado: ['CERTIFICADO_', 'AUTORIDAD_', 'REVOCACION_DESCONOCIDA', 'ARCHIVOS_INTERCAMBIADOS'],
  llave: ['LLAVE_', 'PAR_'],
  contrasena: ['CONTRASENA_'],
};

export type Campo = keyof typeof PREFIJOS;

/** The field that a person has to correct for an error code; null when the fault is in none of them. */
export function campoDe(codigo: string): Campo | null {
  const campos = Object.keys(PREFIJOS) as Campo[];
  return campos.find((campo) => PREFIJOS[campo].some((prefijo) => codigo.startsWith(prefijo))) ?? null;
}

/** What went wrong and which field holds the fault; null when it is none of them. */
export interface FirmaFailure {
  codigo: CodigoDeFirma;
  campo: Campo | null;
}

/** What was asked for, or all that was wrong. */
export type Answer<Value> = Result<Value, FirmaFailure[]>;

export function failWith(codigo: CodigoDeFirma, campo: Campo | null = null): Answer<never> {
  return fail([{ codigo, campo }]);
}

/** Bytes of the largest file that is read: a `.cer` or a `.key` has some two thousand. */
export const MAX_FILE_BYTES = 64 * 1024;
