// Instants are shown in Central Mexico time, by its IANA zone: those before daylight saving time ended (2022) too.
const CENTRO = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Mexico_City',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

const MESES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

export function formatFecha(date: Date): string {
  const { year, month, day, hour, minute } = partsInCentro(date);
  return `${day}/${nombreDeMes(month).slice(0, 3)}/${year} ${hour}:${minute}`;
}

export function formatFechaConSegundos(date: Date): string {
  return `${formatFecha(date)}:${partsInCentro(date).second}`;
}

export function formatPlazo(date: Date): string {
  const { year, month, day, hour, minute } = partsInCentro(date);
  return `${Number(day)} de ${nombreDeMes(month)} de ${year}, ${hour}:${minute} horas (Tiempo del Centro de México)`;
}

export function formatTiempoRestante(from: Date, to: Date): string {
  if (to <= from) return 'el plazo terminó';
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000);
  if (minutes === 0) return 'queda menos de un minuto';
  const parts = [plural(Math.floor(minutes / 60), 'hora'), plural(minutes % 60, 'minuto')].filter(
    (part) => part !== null,
  );
  return `${parts[0]?.startsWith('1 ') ? 'queda' : 'quedan'} ${parts.join(' y ')}`;
}

export function yearInCentro(date: Date): number {
  return Number(partsInCentro(date).year);
}

/** ISO 8601 with the offset of Central Mexico at that instant, for cadenas: `2024-05-17T10:42:09-06:00`. */
export function formatFechaIsoCentro(date: Date): string {
  const { year, month, day, hour, minute, second } = partsInCentro(date);
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const offsetMinutes = Math.round((Date.parse(`${local}Z`) - date.getTime()) / 60_000);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${local}${sign}${twoDigits(Math.abs(offsetMinutes) / 60)}:${twoDigits(Math.abs(offsetMinutes) % 60)}`;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function partsInCentro(date: Date): Record<Part, string> {
  const parts = CENTRO.formatToParts(date).map(({ type, value }) => [type, value]);
  return Object.fromEntries(parts) as Record<Part, string>;
}

function nombreDeMes(month: string): string {
  return MESES[Number(month) - 1] as string;
}

function plural(count: number, noun: string): string | null {
  if (count === 0) return null;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
