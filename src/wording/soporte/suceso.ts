/** One thing that happened to a folio, in words that screen, PDF and CSV share. */
export interface Suceso {
  fecha: Date;
  /** Among those of the same instant, what causes comes before what follows. */
  rango: Rango;
  texto: string;
  /** What a provider answered, or what was written; null when there is no more to say. */
  detalle: string | null;
  /** Who did it. */
  quien: string;
  /** The same for what is told once when it happens again and again with nothing in between; null for what is always told. */
  repeticion: string | null;
}

export const RANGOS = ['ESTADO', 'ACUSE', 'MENSAJE', 'INTENTO', 'ENTREGA', 'APERTURA', 'SOPORTE'] as const;
export type Rango = (typeof RANGOS)[number];

/** A suceso in its place, with how often it came in a row and when the last time was. */
export interface SucesoEnCronologia extends Suceso {
  veces: number;
  ultimaFecha: Date;
}

/** All of them from the first to the last, none left out: those that repeat are told with their count. */
export function buildCronologia(sucesos: readonly Suceso[]): SucesoEnCronologia[] {
  const sorted = [...sucesos].sort(
    (a, b) => a.fecha.getTime() - b.fecha.getTime() || RANGOS.indexOf(a.rango) - RANGOS.indexOf(b.rango),
  );
  const cronologia: SucesoEnCronologia[] = [];
  for (const suceso of sorted) {
    const last = cronologia.at(-1);
    if (last && last.repeticion !== null && last.repeticion === suceso.repeticion) {
      last.veces += 1;
      last.ultimaFecha = suceso.fecha;
    } else cronologia.push({ ...suceso, veces: 1, ultimaFecha: suceso.fecha });
  }
  return cronologia;
}
