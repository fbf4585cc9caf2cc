const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long somebody has waited, in the largest unit that fits: «hace 3 horas». */
export function describeEspera(desde: Date, ahora: Date): string {
  const ms = Math.max(0, ahora.getTime() - desde.getTime());
  if (ms < MINUTE_MS) return 'hace menos de un minuto';
  if (ms < HOUR_MS) return inWords(Math.floor(ms / MINUTE_MS), 'minuto');
  if (ms < DAY_MS) return inWords(Math.floor(ms / HOUR_MS), 'hora');
  return inWords(Math.floor(ms / DAY_MS), 'día');
}

function inWords(count: number, unidad: string): string {
  return `hace ${count} ${unidad}${count === 1 ? '' : 's'}`;
}
