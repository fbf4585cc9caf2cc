import type pg from 'pg';
import { NOCIVOS, SESSION_SETTINGS } from '#infra/db/connection.ts';

/** Several processes that start at once would change the same row of the catalogue. */
const ADVISORY_LOCK = 0x42555a51;

const SESSION = Object.entries(SESSION_SETTINGS).map(([name, value]) => ({ name, value }));

/**
 * Makes what the portal relies on the default of the role that this connection came in as, in this database alone: behind
 * a pooler of transactions what a session sets may serve others and not itself. Any role may set its own.
 */
export async function keepAjustesDeSesion(client: pg.Client): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  const { rows } = await client.query<{ database: string; kept: string[] }>(KEPT);
  const [{ database, kept } = { database: '', kept: [] }] = rows;
  const { rows: nocivos } = await client.query<{ name: string }>(
    `SELECT name FROM pg_settings WHERE ${NOCIVOS.map(({ name, nocivo }) => `name = '${name}' AND reset_val ${nocivo}`).join(' OR ')}`,
  );
  const stated = NOCIVOS.filter((each) => nocivos.some(({ name }) => name === each.name));
  for (const { name, value } of [...SESSION, ...stated]) {
    if (kept.includes(`${name}=${value}`)) continue;
    await client.query(
      `ALTER ROLE CURRENT_USER IN DATABASE ${client.escapeIdentifier(database)} SET ${name} = '${value}'`,
    );
  }
  await client.query('COMMIT');
}

/** The catalogue writes some names with capitals (DateStyle). */
const KEPT = `
  SELECT datname AS database, coalesce((
    SELECT array_agg(lower(split_part(ajuste, '=', 1)) || '=' || split_part(ajuste, '=', 2))
    FROM pg_db_role_setting, unnest(setconfig) AS ajuste
    WHERE setdatabase = pg_database.oid AND setrole = current_user::regrole
  ), '{}') AS kept
  FROM pg_database WHERE datname = current_database()`;
