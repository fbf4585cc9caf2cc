import { addDias, diaEnCentro, inicioDelDia, listDias } from '#domain/dia.ts';

/** The ranges of the board, in days of Central time, the last of them today. */
export const RANGOS = [7, 30, 90] as const;

export type Rango = (typeof RANGOS)[number];

/** 30 days when it asks for nothing that there is. */
export function parseRango(text: string | undefined): Rango {
  return RANGOS.find((rango) => String(rango) === text) ?? 30;
}

export type Periodo = ReturnType<typeof periodoDe>;

export function periodoDe(rango: Rango, now: Date) {
  const hoy = diaEnCentro(now);
  const dias = listDias(hoy, rango);
  return { dias, desde: inicioDelDia(dias[0] ?? hoy), hasta: inicioDelDia(addDias(hoy, 1)) };
}
