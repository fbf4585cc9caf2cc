import type pg from 'pg';
import { withConnection } from '#infra/db/connection.ts';
import { keepAjustesDeSesion } from './ajustes-de-rol.ts';
import { rightsOn } from './permisos.ts';

/** Ours alone, and another than that of the migrations. */
const ADVISORY_LOCK = 0x42555a50;

/**
 * Gives the roles of these addresses what portal and worker need, and takes everything else from them: column by column: evidence
 * they can add to and read, and no more; and the session settings that they rely on. Run it with the owner's address after each migration.
 * @returns the roles that could change the bitácora all the same: the owner itself, its members, superusers.
 */
export async function grantPortal(ownerUrl: string, portalUrls: readonly string[]): Promise<string[]> {
  const roles = new Set(await Promise.all(portalUrls.map(prepareRole)));
  return withConnection(ownerUrl, async (owner) => {
    const above: string[] = [];
    for (const role of roles) {
      if (await isOwner(owner, role)) above.push(role);
      else await grantAll(owner, role);
    }
    return above;
  });
}

/** A pooler may know the user by another name than the database does. */
function prepareRole(portalUrl: string): Promise<string> {
  return withConnection(portalUrl, async (client) => {
    await keepAjustesDeSesion(client);
    const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  });
}

async function isOwner(owner: pg.Client, role: string): Promise<boolean> {
  const { rows } = await owner.query<{ is_owner: boolean }>(
    `SELECT pg_has_role($1, relowner, 'USAGE') AS is_owner FROM pg_class WHERE oid = 'public.bitacora'::regclass`,
    [role],
  );
  return rows[0]?.is_owner ?? false;
}

async function grantAll(owner: pg.Client, role: string): Promise<void> {
  const to = owner.escapeIdentifier(role);
  await owner.query('BEGIN');
  await owner.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK]);
  const statements = [
    `GRANT USAGE ON SCHEMA public, graphile_worker TO ${to}`,
    `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${to}`,
    ...(await grantsOfTables(owner, to)),
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO ${to}`,
    `REVOKE INSERT, UPDATE, DELETE ON graphile_worker.migrations FROM ${to}`,
    ...(await policiesOfQueue(owner, role)),
  ];
  for (const statement of statements) await owner.query(statement);
  await owner.query('COMMIT');
}

async function grantsOfTables(owner: pg.Client, to: string): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; is_view: boolean }>(TABLES);
  return rows.map(({ table, is_view }) => {
    const rights = is_view ? ['SELECT'] : rightsOn(table);
    return `GRANT ${rights.join(', ')} ON public.${owner.escapeIdentifier(table)} TO ${to}`;
  });
}

const TABLES = `
  SELECT relname AS "table", relkind IN ('v', 'm') AS is_view
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')`;

/** The queue's tables show their rows to nobody but their owner, unless a policy says so. */
async function policiesOfQueue(owner: pg.Client, role: string): Promise<string[]> {
  const name = `buzon_${role}`.slice(0, 63);
  const { rows } = await owner.query<{ table: string }>(
    `SELECT relname AS "table" FROM pg_class
     WHERE relnamespace = 'graphile_worker'::regnamespace AND relrowsecurity
       AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = $1)`,
    [name],
  );
  const quoted = [name, role].map((text) => owner.escapeIdentifier(text));
  return rows.map(
    ({ table }) =>
      `CREATE POLICY ${quoted[0]} ON graphile_worker.${owner.escapeIdentifier(table)} TO ${quoted[1]} USING (true) WITH CHECK (true)`,
  );
}
