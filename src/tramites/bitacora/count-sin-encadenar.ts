import type { Contexto } from '#tramites/contexto.ts';

export interface SinEncadenar {
  filas: number;
  esperaSegundos: number;
}

/** The tail of the bitácora that the worker has not chained yet: more than a few seconds of it means that none works. */
export async function countSinEncadenar({ db, now }: Pick<Contexto, 'db' | 'now'>): Promise<SinEncadenar> {
  const [row] = await db.$queryRaw<[{ filas: number; desde: Date | null }]>`
    SELECT count(*)::int AS filas, min(fecha) AS desde
    FROM bitacora_pendiente LEFT JOIN bitacora ON bitacora.id = bitacora_id`;
  const esperaMs = row.desde ? Math.max(0, now().getTime() - row.desde.getTime()) : 0;
  return { filas: row.filas, esperaSegundos: esperaMs / 1000 };
}
