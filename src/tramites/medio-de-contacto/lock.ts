import type { Tx } from '#tramites/contexto.ts';

/** NO KEY: rows that refer to the titular may be written meanwhile, or a link pressed now would be a deadlock. */
export async function lockTitular(tx: Tx, titularId: string): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM titular WHERE id = ${titularId}::uuid FOR NO KEY UPDATE`;
}

/** Makes everything that counts by mailbox or number, over all titulares, wait for each other. */
export async function lockDestino(tx: Tx, valorComparable: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(buzon_de(${valorComparable}), 0))`;
}
