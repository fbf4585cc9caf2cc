import type { Contexto } from '#tramites/contexto.ts';

/**
 * How many migrations of this version the database lacks, and whether somebody attends the queue; without it the portal
 * serves, and what it leaves there waits.
 * @param migraciones names of this version's. Throws when the database does not answer.
 */
export async function checkSalud({ db }: Pick<Contexto, 'db'>, migraciones: readonly string[]) {
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((row) => row.migration_name));
  // Each living worker holds an advisory lock of this class (infra/queue/worker-heartbeat.ts).
  const workers = await db.$queryRaw<object[]>`
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = 817001
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`;
  return { faltan: migraciones.filter((name) => !names.has(name)).length, hasWorker: workers.length > 0 };
}
