import {
  Client,
  type ClientBase,
  type ClientConfig,
  Pool,
  type PoolClient,
  type PoolConfig,
  type QueryResult,
} from 'pg';
import { metricas } from '../metricas/metricas.ts';

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
  // Those of a page; by other kinds of work, PLAZOS.
  lock_timeout: '4s',
  statement_timeout: '8s',
  idle_in_transaction_session_timeout: '8s',
} as const;

/** What is stated only where it is otherwise: what is accepted may not be forgotten, but a stronger commit is the operator's choice. */
export const NOCIVOS = [
  { name: 'synchronous_commit', nocivo: "= 'off'", value: 'on' },
  // From PostgreSQL 17 on.
  { name: 'transaction_timeout', nocivo: "<> '0'", value: '0' },
] as const;

/**
 * How long each kind of work waits for a row, for a statement and for a connection (`esperaMs`), and how long it may leave a
 * transaction idle. The server ends what takes longer, whatever became of who asked; '0' is as long as it takes.
 * - PORTAL: a person waits, and reads within ten seconds that it is busy.
 * - WORKER: a job, which is tried again.
 * - CARGA: a command that somebody runs and watches.
 * - LIMITE and COLA: what is counted of who asks, and which job is in hand. Neither waits for the disk: a server that dies
 *   forgets the last of it, so that somebody may ask once more, or a job that was done is done again, which changes nothing.
 *   What a job writes is in another pool, and takes along to the disk who had it in hand.
 */
const SIN_DISCO = { synchronous_commit: 'off' };
const DE_WORKER = { lock_timeout: '15s', statement_timeout: '60s', idle_in_transaction_session_timeout: '30s' };
const PLAZOS = {
  PORTAL: { esperaMs: 4_000, queryMs: 9_000, ajustes: {} },
  LIMITE: { esperaMs: 4_000, queryMs: 9_000, ajustes: SIN_DISCO },
  WORKER: { esperaMs: 10_000, queryMs: 90_000, ajustes: DE_WORKER },
  COLA: { esperaMs: 10_000, queryMs: 90_000, ajustes: { ...DE_WORKER, ...SIN_DISCO } },
  CARGA: {
    esperaMs: 10_000,
    queryMs: 0,
    ajustes: { lock_timeout: '2min', statement_timeout: '0', idle_in_transaction_session_timeout: '10min' },
  },
} as const;

export type Trabajo = keyof typeof PLAZOS;

/** Behind a pooler: what one sets for its session serves others, and not always itself. */
const prestadas = new WeakSet<ClientBase>();

const SIN_PLAZOS = `
  SELECT set_config(name, '0', $1) FROM pg_settings
  WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/** A pool of connections that are ours. Whoever makes it listens to its errors: a loss is an event of the pool. */
export function createPool(
  url: string,
  { trabajo = 'WORKER', ...options }: PoolConfig & { trabajo?: Trabajo } = {},
): Pool {
  const onConnect = async (client: ClientBase) => {
    await establish(client, trabajo);
    await options.onConnect?.(client);
  };
  return timeWaits(new Pool({ ...toConfig(url, trabajo), ...options, onConnect }), trabajo);
}

type Connected = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/** Measures what each statement or transaction waits for its connection. */
function timeWaits(pool: Pool, trabajo: Trabajo): Pool {
  const connect = pool.connect.bind(pool) as { (): Promise<PoolClient>; (callback: Connected): void };
  const timed = (callback?: Connected) => {
    const timer = metricas().conexiones.startTimer({ trabajo: trabajo.toLowerCase() });
    if (!callback) return connect().finally(() => timer());
    return connect((...answer) => {
      timer();
      callback(...answer);
    });
  };
  return Object.assign(pool, { connect: timed });
}

/** One connection that is ours, for a command. When it is lost its next statement fails, and nothing else does. */
export async function openConnection(url: string, options: ClientConfig = {}): Promise<Client> {
  const client = new Client({ ...toConfig(url, 'CARGA'), ...options });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await establish(client, 'CARGA');
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

/** Runs `work` with one connection that is ours, which ends with it. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Lets the statements of this connection last as long as they need, as a migration may. Behind a pooler those of the
 * transaction that is open, in which what every statement relies on is said again: its session may be another.
 */
export async function liftPlazos(client: ClientBase): Promise<void> {
  const isPrestada = prestadas.has(client);
  if (isPrestada) await client.query(toSets(SESSION_SETTINGS, 'SET LOCAL'));
  await client.query(SIN_PLAZOS, [isPrestada]);
}

/** Whether a pooler answers there, which keeps nothing for a session: no lock, no LISTEN. */
export async function isPooler(url: string): Promise<boolean> {
  return withConnection(url, async (client) => prestadas.has(client));
}

/** A server that froze answers no limit of its own: `query_timeout` is the client's, past those of the server. */
function toConfig(connectionString: string, trabajo: Trabajo): ClientConfig {
  const { esperaMs, queryMs } = PLAZOS[trabajo];
  return { connectionString, connectionTimeoutMillis: esperaMs, query_timeout: queryMs, keepAlive: true };
}

/**
 * By SET and not by startup parameters, because a pooler refuses those that it does not know. Behind one, the same for every
 * kind of work, which are also those of the role (prisma/ajustes-de-rol.ts).
 */
async function establish(client: ClientBase & { processID?: number }, trabajo: Trabajo): Promise<void> {
  const nocivos = NOCIVOS.map(
    ({ name, nocivo, value }) =>
      `SELECT set_config('${name}', '${value}', false) WHERE current_setting('${name}', true) ${nocivo}`,
  );
  const sets = [toSets(SESSION_SETTINGS), ...nocivos, 'SELECT pg_backend_pid() AS pid'].join('; ');
  const results: unknown = await client.query(sets);
  const row = (results as QueryResult<{ pid: number }>[]).at(-1)?.rows[0];
  // A pooler makes up its own.
  if (client.processID !== row?.pid) prestadas.add(client);
  else if (trabajo !== 'PORTAL') await client.query(toSets(PLAZOS[trabajo].ajustes));
}

function toSets(ajustes: Record<string, string>, set = 'SET'): string {
  return Object.entries(ajustes)
    .map(([name, value]) => `${set} ${name} = '${value}'`)
    .join('; ');
}
