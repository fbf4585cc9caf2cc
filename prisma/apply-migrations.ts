import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { liftPlazos } from '#infra/db/connection.ts';

interface Migration {
  name: string;
  sql: string;
}

/** A row of `_prisma_migrations` that nobody marked as rolled back; without `finished_at` it failed. */
interface Registro {
  migration_name: string;
  checksum: string;
  started_at: Date;
  finished_at: Date | null;
  logs: string | null;
}

/**
 * Applies the migrations of a folder that this database lacks, in their order, each whole or not at all, and records them in
 * the table of `prisma migrate deploy`, by its rules: a failure stops all that follows until it is marked as rolled back.
 * @returns the names of those applied. Throws FallaDeMigracion.
 */
export async function applyMigrations(client: pg.ClientBase, folder: string): Promise<string[]> {
  await prepareTable(client);
  const { pending } = await compareMigrations(client, folder);
  for (const migration of pending) await apply(client, migration);
  return pending.map(({ name }) => name);
}

interface Comparison {
  /** Those of the folder that the database lacks; all of them where its table is not there yet, or not ours to read. */
  pending: Migration[];
  /** Whether a newer version than the folder's has been here. */
  isNewer: boolean;
}

/** Throws FallaDeMigracion when one failed, or is not what was applied. */
export async function compareMigrations(client: pg.ClientBase, folder: string): Promise<Comparison> {
  const migrations = await readMigrations(folder);
  const rows = await readRegistros(client);
  const failed = rows.find(({ finished_at }) => finished_at === null);
  if (failed) throw new FallaDeMigracion(explainFailed(failed));
  const recorded = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const { name, sql } of migrations) refuseChanged(name, sql, recorded.get(name));
  const pending = migrations.filter(({ name }) => !recorded.has(name));
  return { pending, isNewer: recorded.size > migrations.length - pending.length };
}

async function readRegistros(client: pg.ClientBase): Promise<Registro[]> {
  try {
    const { rows } = await client.query<Registro>(
      'SELECT * FROM public._prisma_migrations WHERE rolled_back_at IS NULL',
    );
    return rows;
  } catch (error) {
    if (error instanceof pg.DatabaseError && ['42P01', '42501'].includes(error.code ?? '')) return [];
    throw error;
  }
}

/** Why the database cannot be brought up to date, for whoever looks after it. */
export class FallaDeMigracion extends Error {}

/** As Prisma (P3005): what is in a database that others made is not ours to change. */
async function prepareTable(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ tables: string[] }>(TABLES);
  const tables = rows[0]?.tables ?? [];
  if (tables.includes('_prisma_migrations')) return;
  if (tables.length > 0)
    throw new FallaDeMigracion(`ya tiene tablas que no son del portal (${tables[0]}); usa una base de datos vacía.`);
  await client.query(TABLE);
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const read = (name: string) => readFile(path.join(folder, name, 'migration.sql'), 'utf8');
  return Promise.all(names.sort().map(async (name) => ({ name, sql: await read(name) })));
}

/** Ends of line do not count: Git may have changed them. */
function refuseChanged(name: string, sql: string, recorded: string | undefined): void {
  const unix = sql.replaceAll('\r\n', '\n');
  const same = [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf);
  if (recorded === undefined || same.includes(recorded)) return;
  throw new FallaDeMigracion(
    `la migración ${name} cambió después de aplicarse a esta base; recupera su migration.sql y deja lo nuevo en otra migración.`,
  );
}

/** For a lock on a table: whoever comes behind waits as well, and a page gives up after four seconds. */
const TURNO = "SET LOCAL lock_timeout = '1s'";
const PAUSA_MS = 500;
const INTENTOS = 400;
const SIN_TURNO = ['55P03', '40P01'];

/**
 * The whole script at once, so that Prisma's table and what it tells of never differ, even if this process is killed. While
 * others hold what it needs it gives way to them, and tries again.
 */
async function apply(client: pg.ClientBase, { name, sql }: Migration, intento = 1): Promise<void> {
  const record = [randomUUID(), checksumOf(sql), name];
  try {
    await client.query('BEGIN');
    await liftPlazos(client);
    await client.query(TURNO);
    await client.query(sql);
    await client.query(APPLIED, record);
    await client.query('COMMIT');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    await client.query('ROLLBACK');
    if (SIN_TURNO.includes(error.code ?? '') && intento < INTENTOS) {
      await sleep(PAUSA_MS);
      return apply(client, { name, sql }, intento + 1);
    }
    await client.query(FAILED, [...record, [error.message, error.detail, error.hint].filter(Boolean).join('\n')]);
    throw new FallaDeMigracion(`la migración ${name} falló y se deshizo: ${error.message}. ${nextStep(name)}`, {
      cause: error,
    });
  }
}

function explainFailed({ migration_name: name, started_at, logs }: Registro): string {
  const [reason] = (logs ?? 'no terminó').split('\n');
  return `la migración ${name} falló el ${started_at.toISOString()}: ${reason}. ${nextStep(name)}`;
}

function nextStep(name: string): string {
  return `Corrige la causa, comprueba que nada de ella quedó y márcala como deshecha con «prisma migrate resolve --rolled-back ${name}» o con «UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL»; al arrancar de nuevo se aplica otra vez.`;
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

const TABLES = `
  SELECT coalesce(array_agg(relname::text), '{}') AS tables FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`;
/** As Prisma's engine makes it (sql-schema-connector, postgres flavour). */
const TABLE = `
  CREATE TABLE public._prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
const APPLIED = `
  INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, clock_timestamp(), 1)`;
const FAILED = `
  INSERT INTO public._prisma_migrations (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)`;
