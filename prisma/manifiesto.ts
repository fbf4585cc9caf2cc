import { appendFile, open } from 'node:fs/promises';
import type { Client } from 'pg';

/** Why a backup cannot be made or restored, in one line for whoever asked for it. */
export class FallaDeRespaldo extends Error {}

/** What a backup says of itself, to judge a copy by. */
export interface Manifiesto {
  /** Of the server that it was taken from. */
  version: number;
  /** The last one that was applied. */
  migracion: string;
  /** Who has rights in it, but for its owner, which is whoever restores it. */
  roles: string[];
  /** The last number that a folio took. */
  folio: string;
  hechos: Hechos;
}

/** Rows of each table by its name, and the SHA-256 of the bytes of some acuses by their id. */
type Hechos = Record<string, string>;

/** The file ends with its manifest, its length and this, which pg_restore does not read. One that was cut short has none. */
const MARCA = 'BUZON-RESPALDO-1\n';

export async function appendManifiesto(archivo: string, manifiesto: Manifiesto): Promise<void> {
  const json = Buffer.from(JSON.stringify(manifiesto));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  await appendFile(archivo, Buffer.concat([json, length, Buffer.from(MARCA)]), { flush: true });
}

/** Throws FallaDeRespaldo where it is no whole backup. */
export async function readManifiesto(archivo: string): Promise<Manifiesto> {
  const file = await open(archivo).catch(() => {
    throw new FallaDeRespaldo(`${archivo}: no se puede abrir; revisa la ruta y los permisos.`);
  });
  try {
    const end = (await file.stat()).size - MARCA.length - 4;
    const readAt = async (at: number, length: number) =>
      (await file.read(Buffer.alloc(length), 0, length, Math.max(0, at))).buffer;
    const tail = await readAt(end, MARCA.length + 4);
    if (tail.subarray(4).toString() !== MARCA) throw new Error('no mark');
    const length = tail.readUInt32BE();
    return JSON.parse((await readAt(end - length, length)).toString());
  } catch {
    throw new FallaDeRespaldo(
      `${archivo}: no es un respaldo de «npm run respaldo», o no está completo; usa otra copia.`,
    );
  } finally {
    await file.close();
  }
}

/** In the transaction of this connection. */
export async function collectManifiesto(client: Client): Promise<Manifiesto> {
  if ((await listTables(client)).every((name) => name !== 'public._prisma_migrations'))
    throw new FallaDeRespaldo('Esa base de datos no es del portal: no tiene sus tablas.');
  const hechos = await collectHechos(client);
  const { rows } = await client.query<Omit<Manifiesto, 'hechos'>>(REST);
  return { ...(rows[0] as Omit<Manifiesto, 'hechos'>), hechos };
}

/** What a restored database differs in from what its backup says, in words. */
export async function listDiferencias(client: Client, { hechos }: Manifiesto): Promise<string[]> {
  const found = await collectHechos(client, hechos);
  const names = [...new Set([...Object.keys(hechos), ...Object.keys(found)])];
  return names
    .filter((name) => hechos[name] !== found[name])
    .map((name) => (name.includes('.') ? `${name} (${found[name]} filas de ${hechos[name]})` : `acuse ${name}`));
}

/** In every schema but PostgreSQL's own. */
export async function listTables(client: Client): Promise<string[]> {
  return (await client.query<{ name: string }>(TABLES)).rows.map(({ name }) => name);
}

async function collectHechos(client: Client, known?: Hechos): Promise<Hechos> {
  const found: Hechos = {};
  for (const name of await listTables(client))
    found[name] = (await client.query<{ count: string }>(`SELECT count(*) FROM ${name}`)).rows[0]?.count ?? '';
  const ids = known && Object.keys(known).filter((name) => !name.includes('.'));
  const { rows } = await client.query<{ id: string; hash: string }>(ACUSES, [ids]);
  return { ...found, ...Object.fromEntries(rows.map(({ id, hash }) => [id, hash])) };
}

const TABLES = `
  SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relkind = 'r' AND nspname <> 'information_schema' AND nspname !~ '^pg_' ORDER BY 1`;
const ACUSES = `
  SELECT id, encode(sha256(convert_to(cadena_original, 'UTF8') || sello || coalesce(pdf, '')), 'hex') AS hash
  FROM public.acuse LEFT JOIN public.acuse_documento ON acuse_id = id
  WHERE id = ANY (coalesce($1::uuid[], ARRAY(SELECT id FROM public.acuse ORDER BY md5(id::text) LIMIT 200)))`;
/** Those with rights or policies, as the catalogue of shared dependencies has them. A sequence is past any snapshot. */
const REST = `
  SELECT current_setting('server_version_num')::int / 10000 AS version,
    (SELECT max(migration_name) FROM public._prisma_migrations WHERE finished_at IS NOT NULL) AS migracion,
    ARRAY(SELECT DISTINCT rolname::text FROM pg_shdepend JOIN pg_roles ON pg_roles.oid = refobjid
      JOIN pg_database ON pg_database.oid = dbid
      WHERE datname = current_database() AND refclassid = 'pg_authid'::regclass AND deptype IN ('a', 'r')) AS roles,
    (SELECT last_value::text FROM public.folio_seq) AS folio`;
