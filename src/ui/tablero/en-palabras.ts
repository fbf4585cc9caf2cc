/** A part of a whole in percent, rounded; a dash where there is no whole. */
export function formatParte(parte: number, todo: number): string {
  return todo === 0 ? '—' : `${Math.round((parte / todo) * 100)} %`;
}

/** From 0 to 1, for a drawing; 0 where there is no whole. */
export function parteDe(parte: number, todo: number): number {
  return todo === 0 ? 0 : parte / todo;
}

/** A duration in its two greatest units: `45 segundos`, `12 minutos`, `3 horas y 5 minutos`. */
export function formatDuracion(segundos: number): string {
  if (segundos < 60) return unidad(Math.round(segundos), 'segundo');
  const minutos = Math.round(segundos / 60);
  if (minutos < 60) return unidad(minutos, 'minuto');
  const horas = unidad(Math.floor(minutos / 60), 'hora');
  return minutos % 60 === 0 ? horas : `${horas} y ${unidad(minutos % 60, 'minuto')}`;
}

/** A day of the calendar as `24/11`. */
export function formatDiaCorto(dia: string): string {
  const [, month, day] = dia.split('-');
  return `${day}/${month}`;
}

function unidad(cuenta: number, nombre: string): string {
  return `${cuenta} ${nombre}${cuenta === 1 ? '' : 's'}`;
}
