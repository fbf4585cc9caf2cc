import { textoDeEslabon } from '#domain/bitacora/texto-canonico.ts';
import type { Contexto, Tx } from '#tramites/contexto.ts';
import { addHojas } from './arbol.ts';
import { hashDe } from './hash-de.ts';
import { findCabeza } from './lectura.ts';

/** One at a time makes links; the others leave it to that one. */
const CANDADO = 817_002;
const LOTE = 1_000;
/** What a long backlog leaves over waits for the next run, so that a worker can be stopped in between. */
const LOTES = 50;

/** By the list of those that wait and not by ids: none is passed over because its transaction ended late. */
export async function chainBitacora(ctx: Pick<Contexto, 'db' | 'now'>): Promise<void> {
  for (let lote = 0; lote < LOTES; lote++) {
    const chained = await ctx.db.$transaction((tx) => chainLote(tx, ctx.now()));
    if (chained < LOTE) return;
  }
}

/** Each by its key: joined as a whole, the list has no statistics and the bitácora would be walked. */
async function chainLote(tx: Tx, encadenadaEn: Date): Promise<number> {
  const [lock] = await tx.$queryRaw<[{ taken: boolean }]>`SELECT pg_try_advisory_xact_lock(${CANDADO}) AS taken`;
  if (!lock.taken) return 0;
  const last = await findCabeza(tx);
  const filas = await tx.$queryRaw<{ bitacoraId: bigint; hash: string }[]>`
    SELECT bitacora_id AS "bitacoraId", hash
    FROM (SELECT bitacora_id FROM bitacora_pendiente ORDER BY bitacora_id LIMIT ${LOTE}) AS pendiente
    CROSS JOIN LATERAL (SELECT hash FROM bitacora WHERE id = bitacora_id OFFSET 0) AS suya
    ORDER BY bitacora_id`;
  let posicion = last?.posicion ?? 0n;
  let anterior: string | null = last?.cadena ?? null;
  const eslabones = filas.map(({ bitacoraId, hash }) => {
    posicion += 1n;
    anterior = hashDe(textoDeEslabon(anterior, { posicion, bitacoraId, hash, encadenadaEn }));
    return { posicion: String(posicion), bitacoraId: String(bitacoraId), hash, cadena: anterior };
  });
  // A thousand rows are dearer to write for Prisma than to store.
  await tx.$executeRaw`
    INSERT INTO bitacora_cadena (posicion, bitacora_id, hash, encadenada_en, cadena)
    SELECT posicion, "bitacoraId", hash, ${encadenadaEn}, cadena
    FROM jsonb_to_recordset(${JSON.stringify(eslabones)}::jsonb)
      AS eslabon (posicion bigint, "bitacoraId" bigint, hash text, cadena text)`;
  await tx.$executeRaw`
    DELETE FROM bitacora_pendiente WHERE bitacora_id = ANY (${eslabones.map((each) => each.bitacoraId)}::bigint[])`;
  return Math.max(filas.length, await addHojas(tx, LOTE));
}
