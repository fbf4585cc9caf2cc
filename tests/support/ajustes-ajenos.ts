import { openConnection } from '#infra/db/connection.ts';

/** As far from what the portal relies on as a server can be set; `initdb` writes the first on a machine in Tijuana. */
export const AJUSTES_AJENOS = {
  timezone: 'America/Tijuana',
  datestyle: 'SQL, DMY',
  intervalstyle: 'sql_standard',
  bytea_output: 'escape',
  client_encoding: 'LATIN1',
  standard_conforming_strings: 'off',
  default_transaction_isolation: 'serializable',
  extra_float_digits: '-5',
  search_path: 'otra_aplicacion',
  transform_null_equals: 'on',
  idle_session_timeout: '3s',
  transaction_timeout: '1s',
  synchronous_commit: 'off',
} as const;

/**
 * Makes a database that sorts and changes case as Spanish does and whose sessions get settings that are not ours: its own, or
 * those of every database of the server. @returns its address.
 */
export async function createBaseAjena(ownerUrl: string, base: string, alcance: 'BASE' | 'SERVIDOR'): Promise<string> {
  const owner = await openConnection(ownerUrl);
  await owner.query(`CREATE DATABASE ${base} TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'es-MX' LOCALE 'C'`);
  const whose = alcance === 'BASE' ? `DATABASE ${base}` : 'ROLE ALL';
  for (const [name, value] of Object.entries(AJUSTES_AJENOS))
    await owner.query(`ALTER ${whose} SET ${name} = '${value}'`);
  await owner.end();
  return Object.assign(new URL(ownerUrl), { pathname: `/${base}` }).href;
}
