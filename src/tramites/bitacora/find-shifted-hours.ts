import type { Contexto } from '../contexto.ts';

/** Acuses whose row has another instant than the one that their sello covers. */
export interface ShiftedHours {
  acuses: number;
  primerFolio: string;
  ultimoFolio: string;
  /** The rows of the bitácora that tell of the first and of the last of them; those between are as wrong. */
  primeraFila: bigint | null;
  ultimaFila: bigint | null;
  /** How far the rows are ahead of the truth, in minutes: one figure for each offset that the server's zone had. */
  adelantosMinutos: number[];
}

/** What an earlier version wrote hours off, the database's time zone not being UTC; null when there is none. */
export async function findShiftedHours({ db }: Pick<Contexto, 'db'>): Promise<ShiftedHours | null> {
  const [hallado] = await db.$queryRaw<[Omit<ShiftedHours, 'primeraFila' | 'ultimaFila'>]>`
    SELECT count(*)::int AS acuses, coalesce(min(folio COLLATE "C"), '') AS "primerFolio",
           coalesce(max(folio COLLATE "C"), '') AS "ultimoFolio",
           coalesce(array_agg(DISTINCT round(extract(epoch FROM fecha - fecha_sellada(datos)) / 60)::int), '{}')
             AS "adelantosMinutos"
    FROM acuse WHERE fecha <> fecha_sellada(datos)`;
  if (hallado.acuses === 0) return null;
  const folio = { in: [hallado.primerFolio, hallado.ultimoFolio] };
  const { _min, _max } = await db.bitacora.aggregate({
    where: { folio, evento: 'ACUSE_EMITIDO' },
    _min: { id: true },
    _max: { id: true },
  });
  return { ...hallado, primeraFila: _min.id, ultimaFila: _max.id };
}
