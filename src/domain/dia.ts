import { formatFecha, formatFechaIsoCentro } from './fecha.ts';

/** A day of the calendar, `2026-11-24`: it begins and ends at midnight in Central Mexico time. */
export type Dia = string;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export function diaEnCentro(date: Date): Dia {
  return formatFechaIsoCentro(date).slice(0, 10);
}

/** The instant at which a day begins in Central Mexico: 06:00 UTC, or 05:00 while there was daylight saving time. */
export function inicioDelDia(dia: Dia): Date {
  const inSummer = new Date(Date.parse(`${dia}T00:00:00Z`) + 5 * HOUR_MS);
  return diaEnCentro(inSummer) === dia ? inSummer : new Date(inSummer.getTime() + HOUR_MS);
}

export function addDias(dia: Dia, dias: number): Dia {
  return new Date(Date.parse(`${dia}T00:00:00Z`) + dias * DAY_MS).toISOString().slice(0, 10);
}

export function listDias(hasta: Dia, dias: number): Dia[] {
  return Array.from({ length: dias }, (_, index) => addDias(hasta, index + 1 - dias));
}

export function formatDia(dia: Dia): string {
  return formatFecha(inicioDelDia(dia)).slice(0, -' 00:00'.length);
}
