import type pg from 'pg';
import { inject } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';

/** Kept for the files that the same process runs afterwards, and closed with it. */
let opened: Promise<{ db: Db; admin: pg.Client }> | undefined;

/** This test worker's own database, with the real migrations and not a row in it. For `beforeEach`. */
export async function testDb(): Promise<Db> {
  opened ??= open();
  const { db, admin } = await opened;
  await empty(admin);
  return db;
}

/** Its address, for what opens connections of its own (the queue). */
export function testDatabaseUrl(): string {
  return urlOf(`prueba_${process.env.VITEST_POOL_ID}`);
}

function urlOf(database: string): string {
  const url = new URL(inject('plantillaUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function open() {
  await createOnce(new URL(testDatabaseUrl()).pathname.slice(1));
  const admin = await openConnection(testDatabaseUrl());
  return { db: createDb(testDatabaseUrl(), { max: 10 }), admin };
}

async function createOnce(database: string): Promise<void> {
  const client = await openConnection(urlOf('postgres'));
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    const template = new URL(inject('plantillaUrl')).pathname.slice(1);
    if (rowCount === 0) await client.query(`CREATE DATABASE "${database}" TEMPLATE "${template}"`);
  } finally {
    await client.end();
  }
}

/**
 * As a replica it may also empty the tables whose triggers refuse any removal. A TRUNCATE makes new files for every table
 * and index, which takes longer than most tests: it is for tables that grew.
 */
const EMPTY = `
DO $$
DECLARE tabla record; secuencia record;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR tabla IN SELECT format('%I.%I', schemaname, tablename) AS nombre FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations')
       OR (schemaname = 'graphile_worker' AND tablename LIKE '\\_private\\_%') LOOP
    IF pg_relation_size(tabla.nombre) > 400000 THEN
      EXECUTE 'TRUNCATE ' || tabla.nombre || ' CASCADE';
    ELSIF pg_relation_size(tabla.nombre) > 0 THEN
      EXECUTE 'DELETE FROM ' || tabla.nombre;
    END IF;
  END LOOP;
  FOR secuencia IN SELECT format('%I.%I', schemaname, sequencename) AS nombre, start_value FROM pg_sequences
    WHERE last_value IS NOT NULL LOOP
    PERFORM setval(secuencia.nombre, secuencia.start_value, false);
  END LOOP;
END $$`;

async function empty(admin: pg.Client): Promise<void> {
  await admin.query(EMPTY);
}
