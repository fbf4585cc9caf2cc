import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { SIN_ENVIOS } from '#infra/queue/sin-envios.ts';
import { FallaDeRespaldo, listDiferencias, listTables, type Manifiesto } from './manifiesto.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { runPgProgram, versionOf } from './run-pg-program.ts';

/**
 * Fills an empty database with a backup, in one transaction (hence not in parallel: a restore that is killed leaves nothing),
 * compares it with its manifest and brings it up to date. Its workers send nothing from before there is a table.
 * Throws FallaDeRespaldo.
 */
export async function restoreRespaldo(
  client: Client,
  url: string,
  archivo: string,
  manifiesto: Manifiesto,
): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${SIN_ENVIOS}`);
  const args = ['--single-transaction', '--exit-on-error', '--no-owner', '--dbname=', archivo];
  await runPgProgram('pg_restore', args, url, client).catch(async (error) => {
    await client.query(`DROP SCHEMA IF EXISTS ${SIN_ENVIOS}`);
    throw error;
  });
  const diferencias = await listDiferencias(client, manifiesto);
  if (diferencias.length > 0)
    throw new FallaDeRespaldo(`La copia no es lo que se respaldó y no debe usarse: ${diferencias.join('; ')}.`);
  await client.query(await liftOf(client), [manifiesto.folio]);
  await client.query('ANALYZE');
  await migrate(url);
}

/** Why this backup cannot go into this database, or null. */
export async function whyNotHere(
  client: Client,
  { version, migracion }: Pick<Manifiesto, 'version' | 'migracion'>,
): Promise<string | null> {
  const tables = await listTables(client);
  if (tables.length > 0)
    return `La base de datos no está vacía: tiene ${tables.length} tablas (${tables.toReversed().slice(0, 3).join(', ')}…) y no se escribe sobre ellas. Crea otra.`;
  if (!existsSync(path.join(MIGRATIONS, migracion)))
    return `El respaldo es de una versión posterior del portal (${migracion}): restáuralo con esa versión.`;
  const here = await versionOf(client);
  return here < version
    ? `El respaldo es de PostgreSQL ${version} y este servidor es el ${here}: restáuralo en uno del ${version} o posterior.`
    : null;
}

/** No folio is drawn again: past the last of the manifest and of any that is written somewhere. */
async function liftOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(FOLIOS);
  const each = rows.map(
    ({ name }) =>
      `(SELECT max(split_part(split_part(folio, '.', 2), '-', 1)::bigint) FROM ${name} WHERE folio ~ '^BI-\\d{4}\\.\\d+-\\d\\d$')`,
  );
  return `SELECT setval('public.folio_seq', greatest(last_value, $1::bigint, ${each.join(', ')})) FROM public.folio_seq`;
}

const FOLIOS = `
  SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.columns
  WHERE table_schema = 'public' AND column_name = 'folio'`;
