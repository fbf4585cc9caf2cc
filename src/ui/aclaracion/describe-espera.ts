const UNIDADES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const HACE = new Intl.RelativeTimeFormat('es-MX');

/** How long somebody has waited, in the largest unit that fits: «hace 3 horas». */
export function describeEspera(desde: Date, ahora: Date): string {
  const ms = ahora.getTime() - desde.getTime();
  const unidad = UNIDADES.find(([, unidadMs]) => ms >= unidadMs);
  return unidad ? HACE.format(-Math.floor(ms / unidad[1]), unidad[0]) : 'hace menos de un minuto';
}
