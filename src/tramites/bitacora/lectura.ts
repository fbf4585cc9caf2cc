import type { Eslabon, FilaDeBitacora } from '#domain/bitacora/texto-canonico.ts';
import type { Db } from '#infra/db/db.ts';

export type FilaLeida = FilaDeBitacora & { hash: string };

export type EslabonLeido = Eslabon & { cadena: string; fila: FilaLeida | null };

interface PendienteLeido {
  bitacoraId: bigint;
  fila: FilaLeida | null;
}

const LOTE = 2_000;

export async function* listEslabones(db: Db): AsyncGenerator<EslabonLeido[]> {
  for (let after = 0n; ; ) {
    const rows = await db.$queryRaw<(Columnas & Omit<EslabonLeido, 'fila' | 'hash'> & { hashEncadenado: string })[]>`
      SELECT posicion, bitacora_id AS "bitacoraId", cadena.hash AS "hashEncadenado", encadenada_en AS "encadenadaEn", cadena,
             fila.id, fecha, evento, actor, titular_id::text AS "titularId", folio, datos::text AS datos, fila.hash
      FROM bitacora_cadena AS cadena LEFT JOIN bitacora AS fila ON fila.id = bitacora_id
      WHERE posicion > ${after} ORDER BY posicion LIMIT ${LOTE}`;
    yield rows.map(({ posicion, bitacoraId, hashEncadenado, encadenadaEn, cadena, ...columnas }) => ({
      posicion,
      bitacoraId,
      hash: hashEncadenado,
      encadenadaEn,
      cadena,
      fila: toFila(columnas),
    }));
    if (rows.length < LOTE) return;
    after = rows.at(-1)?.posicion ?? after;
  }
}

export async function* listPendientes(db: Db): AsyncGenerator<PendienteLeido[]> {
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

type Columnas = FilaLeida | { [Columna in keyof FilaLeida]: null };

function toFila(columnas: Columnas): FilaLeida | null {
  return columnas.id === null ? null : columnas;
}
