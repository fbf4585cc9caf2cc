import type { Eslabon, FilaDeBitacora } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { CUENTA_MAXIMA } from '#tramites/tarea/count-tareas.ts';

/** Where the record stops being what was written, and how it shows. */
export interface Ruptura<Tipo> {
  tipo: Tipo;
  /** Null for a row that is in no link. */
  posicion: bigint | null;
  bitacoraId: bigint | null;
}

export type FilaLeida = FilaDeBitacora & { hash: string };

export type EslabonLeido = Eslabon & {
  cadena: string;
  fila: FilaLeida | null;
  /** Null until the worker has made it. */
  hoja: { sal: Uint8Array; nodos: Uint8Array } | null;
};

const LOTE = 2_000;

export async function* listEslabones(db: Db): AsyncGenerator<EslabonLeido[]> {
  for (let after = 0n; ; ) {
    const rows = await db.$queryRaw<
      (Columnas & Omit<EslabonLeido, 'fila' | 'hash' | 'hoja'> & { hashEncadenado: string } & Hoja)[]
    >`
      SELECT posicion, bitacora_id AS "bitacoraId", cadena.hash AS "hashEncadenado", encadenada_en AS "encadenadaEn", cadena,
             fila.id, fecha, evento, actor, titular_id::text AS "titularId", folio, datos::text AS datos, fila.hash, sal, nodos
      FROM bitacora_cadena AS cadena LEFT JOIN bitacora AS fila ON fila.id = bitacora_id
        LEFT JOIN hoja_de_registro USING (posicion)
      WHERE posicion > ${after} ORDER BY posicion LIMIT ${LOTE}`;
    yield rows.map(({ posicion, bitacoraId, hashEncadenado: hash, encadenadaEn, cadena, sal, nodos, ...columnas }) => {
      const eslabon = { posicion, bitacoraId, hash, encadenadaEn, cadena };
      return { ...eslabon, fila: toFila(columnas), hoja: sal && nodos && { sal, nodos } };
    });
    if (rows.length < LOTE) return;
    after = rows.at(-1)?.posicion ?? after;
  }
}

export async function* listPendientes(db: Db) {
  for (let after = 0n; ; ) {
    const rows = await db.$queryRaw<(Columnas & { bitacoraId: bigint })[]>`
      SELECT bitacora_id AS "bitacoraId",
             fila.id, fecha, evento, actor, titular_id::text AS "titularId", folio, datos::text AS datos, fila.hash
      FROM bitacora_pendiente LEFT JOIN bitacora AS fila ON fila.id = bitacora_id
      WHERE bitacora_id > ${after} ORDER BY bitacora_id LIMIT ${LOTE}`;
    yield rows.map(({ bitacoraId, ...columnas }) => ({ bitacoraId, fila: toFila(columnas) }));
    if (rows.length < LOTE) return;
    after = rows.at(-1)?.bitacoraId ?? after;
  }
}

/** A row that is neither chained nor waiting for it: it came in without the triggers. The first of them, or null. */
export async function findFilaSuelta(db: Db): Promise<bigint | null> {
  const [row] = await db.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM bitacora
    WHERE NOT EXISTS (SELECT FROM bitacora_cadena WHERE bitacora_id = id)
      AND NOT EXISTS (SELECT FROM bitacora_pendiente WHERE bitacora_id = id)
    ORDER BY id LIMIT 1`;
  return row?.id ?? null;
}

/** The last link of the chain, which vouches for every row before it. */
export function findCabeza(db: Db | Tx) {
  return db.eslabonDeBitacora.findFirst({ orderBy: { posicion: 'desc' }, select: { posicion: true, cadena: true } });
}

type Hoja = Record<'sal' | 'nodos', Uint8Array | null>;

type Columnas = FilaLeida | { [Columna in keyof FilaLeida]: null };

function toFila(columnas: Columnas): FilaLeida | null {
  return columnas.id === null ? null : columnas;
}

/**
 * The tail of the bitácora that the worker has not chained yet, CUENTA_MAXIMA rows at most: more than a few seconds of it
 * means that none works.
 */
export async function countSinEncadenar({ db, now }: Pick<Contexto, 'db' | 'now'>) {
  const [row] = await db.$queryRaw<[{ filas: number; desde: Date | null }]>`
    SELECT (SELECT count(*)::int FROM (SELECT FROM bitacora_pendiente LIMIT ${CUENTA_MAXIMA}) AS pendiente) AS filas,
           (SELECT fecha FROM bitacora WHERE id = (SELECT min(bitacora_id) FROM bitacora_pendiente)) AS desde`;
  const esperaMs = row.desde ? Math.max(0, now().getTime() - row.desde.getTime()) : 0;
  return { filas: row.filas, esperaSegundos: esperaMs / 1000 };
}
