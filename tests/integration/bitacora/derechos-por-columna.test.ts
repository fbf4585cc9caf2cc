import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { grantPortal } from '../../../prisma/grant-portal.ts';
import { CHANGING, WITH_REMOVAL } from '../../../prisma/permisos.ts';
import { createRolDelPortal, dropRolDelPortal } from '../../support/rol-del-portal.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

let url: string;
let portal: pg.Client;
let columns: { table: string; column: string }[];
beforeAll(async () => {
  await testDb();
  url = await createRolDelPortal(testDatabaseUrl());
  await grantPortal(testDatabaseUrl(), [url]);
  portal = await openConnection(url);
  const { rows } = await portal.query(
    `SELECT relname AS "table", attname AS "column" FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
     ORDER BY relname, attnum`,
  );
  columns = rows;
});
afterAll(async () => {
  await portal.end();
  await dropRolDelPortal(testDatabaseUrl(), url);
});

/** Rights are judged before any row is looked for. */
async function may(statement: string): Promise<boolean> {
  try {
    await portal.query(statement);
    return true;
  } catch (error) {
    // A generated column takes no value, a guard refuses whoever asks: neither of them could be changed.
    if (/permission denied|append-only|can only be updated to DEFAULT/.test(String(error))) return false;
    throw error;
  }
}

it('the role changes the columns of the list, one by one, and no other of any table', async () => {
  expect(columns.length).toBeGreaterThan(200);
  const changed: Record<string, string[]> = {};
  for (const { table, column } of columns) {
    if (!(await may(`UPDATE "${table}" SET "${column}" = DEFAULT WHERE false`))) continue;
    changed[table] = [...(changed[table] ?? []), column];
  }
  const sorted = (of: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(of).map(([table, names]) => [table, [...names].sort()]));
  expect(sorted(changed)).toEqual(sorted(CHANGING));
});

it('what is evidence is in no list: whose it is, what it was, who signed, and what it was signed with', () => {
  const EVIDENCE =
    /^(id|folio|rfc|valor(_comparable)?|mecanismo|firma|cadena_original|certificado(_id)?|der|huella|serie|sello|datos|pdf|token|texto.*|sha256|hash|hmac|destino.*|titular_id|creado_en|creada_en|fecha|fecha_de_registro|peticion_id)$/;
  const guilty = Object.entries(CHANGING).flatMap(([table, names]) =>
    names.filter((name) => EVIDENCE.test(name)).map((name) => `${table}.${name}`),
  );
  // The padrón says whose a registro is.
  expect(guilty).toEqual(['registro_patronal.titular_id']);
});

it('it removes rows of what is no evidence alone, and empties no table', async () => {
  const tables = [...new Set(columns.map(({ table }) => table))];
  const removable: string[] = [];
  for (const table of tables) {
    if (await may(`DELETE FROM "${table}" WHERE false`)) removable.push(table);
    expect(await may(`TRUNCATE "${table}" CASCADE`), table).toBe(false);
  }
  expect(removable.sort()).toEqual([...WITH_REMOVAL, 'bitacora_pendiente'].sort());
});
