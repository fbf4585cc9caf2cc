import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { openConexion } from '#infra/db/conexion.ts';
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
  const client = await openConexion(address);
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

  it('leaves the record that «prisma migrate deploy» would', async () => {
    await migrate(url);
    const [name = ''] = await names();
    const sql = await readFile(path.join(MIGRATIONS, name, 'migration.sql'));
    const rows = await query(
      url,
      'SELECT migration_name, checksum, rolled_back_at, applied_steps_count FROM _prisma_migrations LIMIT 1',
    );
    const checksum = createHash('sha256').update(sql).digest('hex');
    expect(rows).toEqual([{ migration_name: name, checksum, rolled_back_at: null, applied_steps_count: 1 }]);
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

  it('fails as a whole, and says in which migration', async () => {
    await addMigration('29990101000000_mala', 'CREATE TABLE a_medias (n int); SELECT no_existe();');
    await expect(migrate(url, folder)).rejects.toThrow('29990101000000_mala');
    expect(await query(url, "SELECT to_regclass('a_medias') AS t")).toEqual([{ t: null }]);
  });
});
