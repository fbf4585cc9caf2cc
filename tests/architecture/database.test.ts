import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from '#demo/postgres/start-postgres.ts';
import { openConnection } from '#infra/db/connection.ts';
import { migrate } from '../../prisma/migrate.ts';
import { schemaSql } from './schema-sql.ts';
import { listFiles, readText } from './source.ts';

const MIGRATIONS = 'prisma/migrations';

describe('migrations', () => {
  const files = listFiles(MIGRATIONS);

  it('are folders named by their moment, each with its migration.sql and nothing else', () => {
    const strange = files.filter((file) => !/^prisma\/migrations\/\d{14}_[a-z0-9_]+\/migration\.sql$/.test(file));
    expect(strange).toEqual([`${MIGRATIONS}/migration_lock.toml`]);
    expect(files.length).toBeGreaterThan(1);
  });

  it('are for PostgreSQL', () => {
    expect(readText(`${MIGRATIONS}/migration_lock.toml`)).toMatch(/^provider = "postgresql"$/m);
  });
});

/** What Prisma's schema says, and what the database has after the migrations. */
describe('schema and migrations agree', () => {
  let server: EmbeddedPostgres;
  let datos: string;
  let schema: pg.Client;
  let migrated: pg.Client;

  beforeAll(async () => {
    datos = await mkdtemp(path.join(tmpdir(), 'buzon-esquema-'));
    server = await startPostgres({ datos, database: 'migrada', isDisposable: true });
    migrated = await openConnection(server.urlOf('migrada'));
    await migrated.query('CREATE DATABASE esquema');
    await migrate(server.urlOf('migrada'));
    schema = await openConnection(server.urlOf('esquema'));
    await schema.query(schemaSql(readText('prisma/schema.prisma')));
  });

  afterAll(async () => {
    await Promise.all([schema?.end(), migrated?.end()]);
    await server?.stop();
    await rm(datos, { recursive: true, force: true });
  });

  it('in tables, columns, their types and defaults', async () => {
    const query = `
      SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`;
    expect(await list(migrated, query)).toEqual(await list(schema, query));
  });

  it('in enumerations, in their order', async () => {
    const query = `
      SELECT t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
      FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
      WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
    expect(await list(migrated, query)).toEqual(await list(schema, query));
  });

  it('in primary and foreign keys', async () => {
    const query = `
      SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
        AND conrelid::regclass::text <> '_prisma_migrations'`;
    expect(await list(migrated, query)).toEqual(await list(schema, query));
  });

  it('in indexes, but for those that Prisma cannot say: partial ones, and of ranges that do not overlap', async () => {
    const query = `
      SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;
    const isUnsaid = (definition: string) => / WHERE | USING gist /.test(definition);
    const full = (await list(migrated, query)).filter((definition) => !isUnsaid(definition));
    expect(full).toEqual(await list(schema, query));
  });

  async function list(client: pg.Client, query: string): Promise<string[]> {
    const { rows } = await client.query<[string]>({ text: query, rowMode: 'array' });
    return rows.map(([row]) => row).sort();
  }
});
