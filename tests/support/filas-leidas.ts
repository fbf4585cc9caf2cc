import type { Db } from '#infra/db/db.ts';

/**
 * How many rows of the tables a work reads, as PostgreSQL counts them. The database must be opened with one connection:
 * each tells what it did on its own.
 */
export async function countFilasLeidas(db: Db, work: () => Promise<unknown>): Promise<number> {
  const before = await readCount(db);
  await work();
  return (await readCount(db)) - before;
}

async function readCount(db: Db): Promise<number> {
  await db.$executeRaw`SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()`;
  await db.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const [{ leidas }] = await db.$queryRaw<[{ leidas: number }]>`
    SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS leidas FROM pg_stat_user_tables WHERE schemaname = 'public'`;
  return leidas;
}
