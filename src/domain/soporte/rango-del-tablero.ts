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
const MARGEN_MS = 15 * 60_000;

/** The hour up to which what happened may be summed: no transaction lasts as long as the margin (infra/db). */
export function contableHasta(now: Date): Date {
  return new Date(Math.floor((now.getTime() - MARGEN_MS) / HORA_MS) * HORA_MS);
}

/** What the longest range needs, without gaps: the days that are over, each whole, and by hours the one that is not. */
export function listTramos(now: Date): Tramo[] {
  const limite = contableHasta(now);
  return periodoDe(90, now).dias.flatMap((dia) => {
    const [desde, hasta] = [inicioDelDia(dia), inicioDelDia(addDias(dia, 1))];
    if (hasta <= limite) return [{ desde, hasta }];
    const horas = Math.max(0, (limite.getTime() - desde.getTime()) / HORA_MS);
    const at = (hora: number) => new Date(desde.getTime() + hora * HORA_MS);
    return Array.from({ length: horas }, (_, hora) => ({ desde: at(hora), hasta: at(hora + 1) }));
  });
}
