import type { Db } from '#infra/db/db.ts';
import type { EslabonLeido } from './lectura.ts';

/**
 * The first of two signatures may be an hour older than its fact, and a load of the padrón that is sealed elsewhere takes
 * most of one; clocks of several machines differ by seconds.
 */
export const TOLERANCIA_HORAS = 2;
const TOLERANCIA_MS = TOLERANCIA_HORAS * 3_600_000;
const MOSTRADAS = 100;

/** What says to be of an hour at which it cannot have been written, by what is in the chain before it or by its own link. */
export interface FechaFueraDeLugar {
  falla: 'ANTERIOR' | 'POSTERIOR';
  posicion: bigint;
  bitacoraId: bigint;
  que: string;
  folio: string | null;
  fecha: Date;
  /** The latest hour before it in the chain, or that of its link. */
  lugar: Date;
}

export type FechasFueraDeLugar = { cuantas: number; primeras: FechaFueraDeLugar[] };

type Fila = NonNullable<EslabonLeido['fila']>;
type Dudosa = FechaFueraDeLugar & { hecho: { tabla: string; clave: string } | null };

/** Judges the dates of what is chained, in its order: a clock that goes back, or whoever writes today what was yesterday. */
export function openFechas(db: Db) {
  const fechas: FechasFueraDeLugar = { cuantas: 0, primeras: [] };
  let antes: Date | null = null;
  let comienzo: 'POR_VENIR' | 'EN_EL' | 'PASADO' = 'POR_VENIR';

  /** What a table held before its facts were recorded was written all at once, with the dates of its rows. */
  const isDelComienzo = ({ evento }: Fila) => {
    if (evento === 'HECHO' && comienzo === 'POR_VENIR') comienzo = 'EN_EL';
    if (evento !== 'HECHO' && comienzo === 'EN_EL') comienzo = 'PASADO';
    return comienzo === 'EN_EL';
  };

  const judge = ({ posicion, bitacoraId, encadenadaEn, fila }: EslabonLeido): Dudosa[] => {
    if (!fila || isDelComienzo(fila)) return [];
    const falla = judgeFecha(fila.fecha, antes, encadenadaEn);
    if (falla === null && (antes === null || fila.fecha > antes)) antes = fila.fecha;
    const lugar = falla === 'ANTERIOR' && antes ? antes : encadenadaEn;
    return falla ? [{ falla, posicion, bitacoraId, fecha: fila.fecha, lugar, ...nameFila(fila) }] : [];
  };

  return {
    fechas,
    async judge(lote: readonly EslabonLeido[]): Promise<void> {
      for (const { hecho, ...dudosa } of lote.flatMap(judge)) {
        if (dudosa.falla === 'ANTERIOR' && hecho && (await isKnown(db, dudosa, hecho))) continue;
        if (++fechas.cuantas <= MOSTRADAS) fechas.primeras.push(dudosa);
      }
    },
  };
}

function judgeFecha(fecha: Date, antes: Date | null, encadenadaEn: Date): FechaFueraDeLugar['falla'] | null {
  if (fecha.getTime() > encadenadaEn.getTime() + TOLERANCIA_MS) return 'POSTERIOR';
  return antes && fecha.getTime() < antes.getTime() - TOLERANCIA_MS ? 'ANTERIOR' : null;
}

function nameFila({ evento, folio, datos }: Fila): Pick<Dudosa, 'que' | 'folio' | 'hecho'> {
  if (evento !== 'HECHO') return { que: evento, folio, hecho: null };
  const { tabla, clave, folio: suyo } = JSON.parse(datos) as { tabla: string; clave: string; folio: string | null };
  return { que: `${tabla} ${clave}`, folio: suyo, hecho: { tabla, clave } };
}

/** A row that changes in what is no date, or that loses its latest, is told of again with a date that was told before. */
async function isKnown(
  db: Db,
  { bitacoraId, fecha }: FechaFueraDeLugar,
  { tabla, clave }: NonNullable<Dudosa['hecho']>,
) {
  const [row] = await db.$queryRaw<[{ known: boolean }]>`
    SELECT EXISTS (
      SELECT FROM bitacora WHERE evento = 'HECHO' AND datos ->> 'tabla' = ${tabla} AND datos ->> 'clave' = ${clave}
        AND id < ${bitacoraId} AND fecha = ${fecha}
    ) AS known`;
  return row.known;
}
