import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { explainDatabase } from '#cli/explain-database.ts';
import { openConnection } from '#infra/db/connection.ts';
import { Fault } from '#server/fault.ts';
import { FallaDeMigracion } from '../../../prisma/apply-migrations.ts';
import { MIGRATIONS, migrate } from '../../../prisma/migrate.ts';

const DATABASE = `migrar_${process.pid}`;

let url: string;
let folder: string;

beforeEach(async () => {
  await admin(`CREATE DATABASE ${DATABASE}`);
  const address = new URL(inject('plantillaUrl'));
  address.pathname = `/${DATABASE}`;
  url = address.href;
  folder = await mkdtemp(path.join(tmpdir(), 'buzon-migraciones-'));
  await cp(MIGRATIONS, folder, { recursive: true });
});

afterEach(async () => {
  await admin(`DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await rm(folder, { recursive: true });
});

async function admin(sql: string): Promise<void> {
  const address = new URL(inject('plantillaUrl'));
  address.pathname = '/postgres';
  await query(address.href, sql);
}

async function query(address: string, sql: string) {
  const client = await openConnection(address);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name));
  await writeFile(path.join(folder, name, 'migration.sql'), sql);
}

const names = async () => (await readdir(MIGRATIONS)).filter((name) => /^\d/.test(name)).sort();

describe('migrate', () => {
  it('applies every migration, the queue’s tables too, and nothing the second time', async () => {
    expect(await migrate(url)).toEqual(await names());
    expect(await migrate(url)).toEqual([]);
    expect(await query(url, "SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS is_there")).toEqual([
      { is_there: true },
    ]);
  });

  it('leaves the table and the record that «prisma migrate deploy» would', async () => {
    await migrate(url);
    const expected = await Promise.all(
      (await names()).map(async (migration_name) => {
        const sql = await readFile(path.join(MIGRATIONS, migration_name, 'migration.sql'));
        const checksum = createHash('sha256').update(sql).digest('hex');
        return { migration_name, checksum, logs: null, rolled_back_at: null, applied_steps_count: 1, is_whole: true };
      }),
    );
    const rows = `
      SELECT migration_name, checksum, logs, rolled_back_at, applied_steps_count,
             id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' AND finished_at >= started_at AS is_whole
      FROM _prisma_migrations ORDER BY started_at`;
    expect(await query(url, rows)).toEqual(expected);
    expect(await query(url, COLUMNS)).toEqual(COLUMNS_OF_PRISMA);
  });

  it('is run once when several processes start at once', async () => {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(url)));
    expect(applied.filter((list) => list.length > 0)).toEqual([await names()]);
  });

  it('adds only what is new', async () => {
    await migrate(url, folder);
    await addMigration('29990101000000_nueva', 'CREATE TABLE nueva (n int);');
    expect(await migrate(url, folder)).toEqual(['29990101000000_nueva']);
  });

  it('sends a script whole: semicolons in comments and functions are not ends', async () => {
    await addMigration(
      '29990101000000_funcion',
      "-- one; two\nCREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;\nCREATE TABLE t (x text DEFAULT ';');",
    );
    await migrate(url, folder);
    expect(await query(url, 'SELECT f() AS n')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['last statement', 'CREATE TABLE a_medias (n int); SELECT no_existe();', 'function no_existe() does not exist'],
    [
      'commit',
      'CREATE TABLE a_medias (n int PRIMARY KEY); CREATE TABLE b (n int REFERENCES a_medias DEFERRABLE INITIALLY DEFERRED); INSERT INTO b VALUES (1);',
      'violates foreign key constraint',
    ],
  ])('a failure at its %s leaves nothing of it but the record, and stops what follows', async (_, sql, reason) => {
    await addMigration('29990101000000_mala', sql);
    await addMigration('29990102000000_otra', 'CREATE TABLE otra (n int);');
    await expect(migrate(url, folder)).rejects.toThrow(reason);
    expect(await query(url, "SELECT to_regclass('a_medias') AS a, to_regclass('otra') AS b")).toEqual([
      { a: null, b: null },
    ]);
    const failed =
      'SELECT migration_name, finished_at, rolled_back_at, applied_steps_count, logs FROM _prisma_migrations WHERE finished_at IS NULL';
    const row = {
      migration_name: '29990101000000_mala',
      finished_at: null,
      rolled_back_at: null,
      applied_steps_count: 0,
    };
    expect(await query(url, failed)).toEqual([{ ...row, logs: expect.stringContaining(reason) }]);
    expect(await query(url, 'SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL')).toEqual(
      [{ n: (await names()).length }],
    );
  });

  it('says at the next start which failed, when, why and what to do, and goes on once that is done', async () => {
    await addMigration('29990101000000_mala', 'SELECT no_existe();');
    await expect(migrate(url, folder)).rejects.toThrow(FallaDeMigracion);
    await writeFile(path.join(folder, '29990101000000_mala', 'migration.sql'), 'CREATE TABLE buena (n int);');
    const start = migrate(url, folder).catch(explainDatabase('DATABASE_URL'));
    await expect(start).rejects.toBeInstanceOf(Fault);
    const told = await start.then(String, (error: Error) => error.message);
    for (const part of ['29990101000000_mala', new Date().toISOString().slice(0, 10), 'no_existe()', '--rolled-back'])
      expect(told).toContain(part);
    await query(url, /«(UPDATE .*?)»/.exec(told)?.[1] ?? '');
    expect(await migrate(url, folder)).toEqual(['29990101000000_mala']);
    expect(await migrate(url, folder)).toEqual([]);
  });

  it('stops when a migration changed after it was applied, but not for its ends of line', async () => {
    await migrate(url, folder);
    const [name = ''] = await names();
    const file = path.join(folder, name, 'migration.sql');
    const sql = await readFile(file, 'utf8');
    await writeFile(file, sql.replaceAll('\n', '\r\n'));
    expect(await migrate(url, folder)).toEqual([]);
    await writeFile(file, `${sql}-- una línea más\n`);
    await expect(migrate(url, folder)).rejects.toThrow(`${name} cambió`);
  });

  it('goes on with a database that a newer version migrated', async () => {
    await addMigration('29990101000000_nueva', 'CREATE TABLE nueva (n int);');
    await migrate(url, folder);
    expect(await migrate(url)).toEqual([]);
  });

  it('leaves a database alone that holds what is not the portal’s', async () => {
    await query(url, 'CREATE TABLE ajena (n int)');
    await expect(migrate(url)).rejects.toThrow('ajena');
    expect(await query(url, "SELECT to_regclass('_prisma_migrations') AS t")).toEqual([{ t: null }]);
  });

  it('waits while «prisma migrate» works, by its own lock', async () => {
    const other = await openConnection(url);
    await other.query('SELECT pg_advisory_lock(72707369)');
    const migrating = migrate(url);
    const waiting = "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    await expect.poll(() => query(url, waiting)).toEqual([{ n: 1 }]);
    expect(await query(url, "SELECT to_regclass('titular') AS t")).toEqual([{ t: null }]);
    await other.end();
    expect(await migrating).toEqual(await names());
  });

  it('that is killed half way leaves no trace, and the next one starts it again', async () => {
    await migrate(url, folder);
    await addMigration('29990101000000_larga', 'CREATE TABLE larga (n int); SELECT pg_sleep(30);');
    const migrating = migrate(url, folder).catch((error: Error) => error.message);
    const kill =
      "SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity WHERE query LIKE 'CREATE TABLE larga%' AND pid <> pg_backend_pid()";
    await expect.poll(() => query(url, kill)).toEqual([{ killed: true }]);
    await migrating;
    await writeFile(path.join(folder, '29990101000000_larga', 'migration.sql'), 'CREATE TABLE larga (n int);');
    expect(await migrate(url, folder)).toEqual(['29990101000000_larga']);
  });
});

const COLUMNS = `
  SELECT concat_ws(' ', column_name, data_type, character_maximum_length, is_nullable, column_default) AS "column"
  FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`;
/** As the table is where Prisma's own engine made it. */
const COLUMNS_OF_PRISMA = [
  'id character varying 36 NO',
  'checksum character varying 64 NO',
  'finished_at timestamp with time zone YES',
  'migration_name character varying 255 NO',
  'logs text YES',
  'rolled_back_at timestamp with time zone YES',
  'started_at timestamp with time zone NO now()',
  'applied_steps_count integer NO 0',
].map((column) => ({ column }));
