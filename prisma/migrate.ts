import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import { createPool, liftPlazos, openConnection } from '#infra/db/connection.ts';
import { indexLanes } from '#infra/queue/index-lanes.ts';
import { applyMigrations } from './apply-migrations.ts';

export const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url));

/** The one of `prisma migrate`: neither applies anything while the other does. */
const ADVISORY_LOCK = 72707369;

const silent = new Logger(() => () => undefined);

/**
 * Brings the database up to date: the migrations of this folder, recorded as `prisma migrate deploy` does, and then the
 * queue's tables and lanes. Of several processes that start at once one migrates and the others wait for it.
 * @returns the names of the migrations that were applied. Throws FallaDeMigracion when one fails; those before it stay.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const guard = await openConnection(databaseUrl);
  const pool = createPool(databaseUrl, { trabajo: 'CARGA', max: 1, allowExitOnIdle: true, onConnect: liftPlazos });
  try {
    // By a transaction, because a pooler would keep the lock of a session. It stays open and reads nothing.
    await guard.query('BEGIN');
    await liftPlazos(guard);
    await guard.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    const client = await pool.connect();
    const applied = await applyMigrations(client, folder).finally(() => client.release());
    await runMigrations({ pgPool: pool, logger: silent });
    await indexLanes(pool);
    return applied;
  } finally {
    // Ending it gives the lock back, whatever state it is in.
    await guard.end();
    await pool.end();
  }
}
