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

export interface Tramo {
  desde: Date;
  hasta: Date;
}

const HORA_MS = 3_600_000;
const CUARTO_MS = HORA_MS / 4;
const MARGEN_MS = CUARTO_MS;

/** The quarter of an hour up to which things may be summed: no transaction lasts as long as the margin (infra/db). */
export function contableHasta(now: Date): Date {
  return floor(new Date(now.getTime() - MARGEN_MS), CUARTO_MS);
}

/** What the longest range needs, without gaps: each day that is over, then each hour, then each quarter of one. */
export function listTramos(now: Date): Tramo[] {
  const limite = contableHasta(now);
  return periodoDe(90, now).dias.flatMap((dia) => {
    const [desde, hasta] = [inicioDelDia(dia), inicioDelDia(addDias(dia, 1))];
    if (hasta <= limite) return [{ desde, hasta }];
    const hora = new Date(Math.max(desde.getTime(), floor(limite, HORA_MS).getTime()));
    return [...split({ desde, hasta: hora }, HORA_MS), ...split({ desde: hora, hasta: limite }, CUARTO_MS)];
  });
}

function floor(instante: Date, ms: number): Date {
  return new Date(Math.floor(instante.getTime() / ms) * ms);
}

function split({ desde, hasta }: Tramo, ms: number): Tramo[] {
  const at = (parte: number) => new Date(desde.getTime() + parte * ms);
  const partes = Math.max(0, (hasta.getTime() - desde.getTime()) / ms);
  return Array.from({ length: partes }, (_, parte) => ({ desde: at(parte), hasta: at(parte + 1) }));
}
