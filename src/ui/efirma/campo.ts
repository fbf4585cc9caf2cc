import { fail, type Result } from '#domain/result.ts';
import type { CodigoDeFirma } from '#wording/mensajes/mensajes-efirma.ts';

export type Campo = 'rfc' | 'certificado' | 'llave' | 'contrasena';

/** The field that a person has to correct for an error code; null when the fault is in none of them. */
export function campoDe(codigo: string): Campo | null {
  const match = PREFIXES.find(([prefix]) => codigo.startsWith(prefix));
  return match ? match[1] : null;
}

const PREFIXES: [string, Campo][] = [
  ['RFC_', 'rfc'],
  ['CERTIFICADO_', 'certificado'],
  ['AUTORIDAD_', 'certificado'],
  ['REVOCACION_DESCONOCIDA', 'certificado'],
  ['ARCHIVOS_INTERCAMBIADOS', 'certificado'],
  ['LLAVE_', 'llave'],
  ['PAR_', 'llave'],
  ['CONTRASENA_', 'contrasena'],
];

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
