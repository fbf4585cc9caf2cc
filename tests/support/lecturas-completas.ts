import type { Db } from '#infra/db/db.ts';

/**
 * How often a whole table of some size was read, as PostgreSQL counts it. The database must be opened with one connection:
 * each tells what it did on its own.
 */
export async function countLecturasCompletas(db: Db, { filas }: { filas: number }): Promise<number> {
  await db.$executeRaw`SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()`;
  await db.$executeRaw`SELECT pg_stat_clear_snapshot()`;
  const [row] = await db.$queryRaw<[{ lecturas: number }]>`
    SELECT coalesce(sum(seq_scan), 0)::int AS lecturas FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'public' AND c.reltuples >= ${filas}`;
  return row.lecturas;
}

/** How often `work` reads one: what another connection did before may be counted late, but not twice. */
export async function lecturasCompletasDe(db: Db, work: () => Promise<unknown>, filas = 5_000): Promise<number> {
  const counts: number[] = [];
  for (let time = 0; time < 2; time++) {
    const before = await countLecturasCompletas(db, { filas });
    await work();
    counts.push((await countLecturasCompletas(db, { filas })) - before);
  }
  return Math.min(...counts);
}
