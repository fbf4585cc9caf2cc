import { Client, type ClientBase, type ClientConfig, Pool, type PoolConfig } from 'pg';

/**
 * What every statement of the portal relies on, whatever the server, the database or the role say of it. Prisma's adapter
 * sends dates without zone and takes the zone of what it reads for UTC; everything else reads ISO dates.
 */
export const SESSION_SETTINGS = {
  client_encoding: 'UTF8',
  timezone: 'UTC',
  datestyle: 'ISO, MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  extra_float_digits: '1',
  search_path: 'public',
  default_transaction_isolation: 'read committed',
  transform_null_equals: 'off',
  array_nulls: 'on',
  row_security: 'on',
  // Pools and the queue keep connections idle.
  idle_session_timeout: '0',
} as const;

/** A migration may take what it takes. */
const SIN_PLAZOS = `
  SELECT set_config(name, '0', false) FROM pg_settings
  WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

const ESTABLECE = Object.entries(SESSION_SETTINGS)
  .map(([name, value]) => `SET ${name} = '${value}'`)
  .join('; ');

const CONNECT_MS = 10_000;

/**
 * How to open connections to this address that are ours: for a pool that somebody else makes (Prisma's adapter). By SET and
 * not by startup parameters, because a pooler refuses those that it does not know; those of the role
 * (prisma/ajustes-de-rol.ts) serve behind a pooler of transactions, where a SET may not last.
 */
export function connectionConfig(url: string, options: PoolConfig = {}): PoolConfig {
  return { connectionTimeoutMillis: CONNECT_MS, ...options, connectionString: url, onConnect };

  async function onConnect(client: ClientBase): Promise<void> {
    await establish(client);
    await options.onConnect?.(client);
  }
}

/** A pool of connections that are ours. Whoever makes it listens to its errors: a loss is an event of the pool. */
export function createPool(url: string, options: PoolConfig = {}): Pool {
  return new Pool(connectionConfig(url, options));
}

/** One connection that is ours. When it is lost its next statement fails, and nothing else does. */
export async function openConnection(url: string, options: ClientConfig = {}): Promise<Client> {
  const client = new Client({ connectionTimeoutMillis: CONNECT_MS, ...options, connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await establish(client);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

/** Lets the statements of this connection last as long as they need. */
export async function liftPlazos(client: ClientBase): Promise<void> {
  await client.query(SIN_PLAZOS);
}

async function establish(client: ClientBase): Promise<void> {
  await client.query(ESTABLECE);
}
