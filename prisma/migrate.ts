import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createPool, liftPlazos, openConnection } from '#infra/db/connection.ts';
import { indexLanes } from '#infra/queue/index-lanes.ts';
import { applyMigrations, compareMigrations, FallaDeMigracion } from './apply-migrations.ts';

export const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url));

/** The one of `prisma migrate`: neither applies anything while the other does. */
const ADVISORY_LOCK = 72707369;

const silent = new Logger(() => () => undefined);

/** How long another process may take with migrations that this one needs, and with what it does after those that it does not. */
export const ESPERA_MINUTOS = 10;
const RESTO_SEGUNDOS = 15;

interface AlMigrar {
  /** Called once when another process is migrating what this one needs. */
  onWait?: () => void;
  /** What is done while nobody else may migrate. */
  finish?: () => Promise<void>;
}

/**
 * Brings the database up to date: the migrations of this folder, recorded as `prisma migrate deploy` does, and then the
 * queue's tables and lanes. Of several processes that start at once one migrates and the others wait for it; one that needs
 * nothing of what another applies now goes on without it. Where a newer version has been, only it says what else is so.
 * @returns the names of the migrations that were applied. Throws FallaDeMigracion when one fails; those before it stay.
 */
export async function migrate(
  databaseUrl: string,
  folder = MIGRATIONS,
  { onWait, finish }: AlMigrar = {},
): Promise<string[]> {
  const guard = await openConnection(databaseUrl);
  const pool = createPool(databaseUrl, { trabajo: 'CARGA', max: 1, allowExitOnIdle: true, onConnect: liftPlazos });
  try {
    // By a transaction, because a pooler would keep the lock of a session. It stays open and reads nothing.
    await guard.query('BEGIN');
    await liftPlazos(guard);
    const client = await pool.connect();
    // When it is lost its next statement fails, and nothing else does.
    client.on('error', () => undefined);
    const applied = await applyInTurn(guard, client, folder, onWait).finally(() => client.release());
    if (!applied) return [];
    if (applied.isNewer) return applied.names;
    await runMigrations({ pgPool: pool, logger: silent });
    await indexLanes(pool);
    await finish?.();
    return applied.names;
  } finally {
    // A pooler ends a connection some time after it was told to: the lock is given back first.
    await guard.query('ROLLBACK').catch(() => undefined);
    await guard.end();
    await pool.end();
  }
}

/** Null when another process has the turn for long, and this one lacks no migration. */
async function applyInTurn(guard: pg.Client, client: pg.ClientBase, folder: string, onWait?: () => void) {
  const { rows } = await guard.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [
    ADVISORY_LOCK,
  ]);
  if (!rows[0]?.taken) {
    const isNeeded = (await compareMigrations(client, folder)).pending.length > 0;
    if (isNeeded) onWait?.();
    if (!(await waitForTurn(guard, isNeeded ? ESPERA_MINUTOS * 60 : RESTO_SEGUNDOS))) {
      if (!isNeeded) return null;
      throw new FallaDeMigracion(`otro proceso lleva más de ${ESPERA_MINUTOS} minutos aplicando migraciones.`);
    }
  }
  const names = await applyMigrations(client, folder);
  return { names, isNewer: (await compareMigrations(client, folder)).isNewer };
}

/** False when it was not ours within these seconds. */
async function waitForTurn(guard: pg.Client, seconds: number): Promise<boolean> {
  await guard.query(`SET LOCAL lock_timeout = '${seconds}s'`);
  try {
    await guard.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '55P03') return false;
    throw error;
  }
}
