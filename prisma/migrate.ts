import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { createPool, liftPlazos } from '#infra/db/conexion.ts';
import { NO_FILTERS, openSchemaEngine } from './schema-engine.ts';
import { wholeScriptAdapter } from './whole-script-adapter.ts';

export const MIGRATIONS = fileURLToPath(new URL('migrations', import.meta.url));

/** Ours alone: Prisma's own commands take another. */
const ADVISORY_LOCK = 0x42555a4f;

const silent = new Logger(() => () => undefined);

/**
 * Brings the database up to date: the migrations of this folder, recorded as `prisma migrate deploy` does, and then the
 * queue's tables. Of several processes that start at once one migrates and the others wait for it.
 * @returns the names of the migrations that were applied. Throws when one fails; those before it stay.
 */
export async function migrate(databaseUrl: string, folder = MIGRATIONS): Promise<string[]> {
  const pool = createPool(databaseUrl, { trabajo: 'CARGA', max: 3, allowExitOnIdle: true, onConnect: liftPlazos });
  const guard = await pool.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    const applied = await applyMigrations(pool, folder);
    await runMigrations({ pgPool: pool, logger: silent });
    return applied;
  } finally {
    // Ending the session gives the lock back, whatever state it is in.
    guard.release(true);
    await pool.end();
  }
}

async function applyMigrations(pool: pg.Pool, folder: string): Promise<string[]> {
  const engine = await openSchemaEngine(wholeScriptAdapter(pool));
  try {
    const migrationsList = await readMigrations(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTERS });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

async function readMigrations(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = (name: string) => readFile(path.join(folder, name, 'migration.sql'), 'utf8');
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(folder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await read(name) } },
      })),
    ),
  };
}
