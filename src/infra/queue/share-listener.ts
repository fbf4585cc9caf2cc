import type { Pool, PoolClient } from 'pg';
import type { Logger } from '#infra/logger/logger.ts';
import { createPool } from '../db/connection.ts';

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: () => void) => void;

interface Listener {
  client: Promise<PoolClient>;
  users: Set<object>;
}

/**
 * The queue's library asks by a callback for the connection that listens: the lanes share that one, as each would hear
 * the same. It also gives it back twice when it is lost while workers stop.
 */
export function shareListener(pool: Pool): Pool {
  let current: Listener | null = null;
  const listen = (callback: Callback) => {
    current ??= { client: openListener(pool), users: new Set() };
    const listener = current;
    const forget = () => {
      if (current === listener) current = null;
    };
    if (listener.users.size === 0) listener.client.then((client) => client.once('error', forget), forget);
    const user = {};
    listener.users.add(user);
    const leave = (client: PoolClient) => {
      if (!listener.users.delete(user) || listener.users.size > 0) return;
      forget();
      client.release(true);
    };
    listener.client.then(
      (client) => callback(undefined, earOf(client), () => leave(client)),
      (error) => callback(error, undefined, () => undefined),
    );
  };
  return Object.create(pool, {
    connect: { value: (callback?: Callback) => (callback ? listen(callback) : pool.connect()) },
  });
}

async function openListener(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('LISTEN "jobs:insert"; LISTEN "worker:migrate"');
  } catch (error) {
    client.release(true);
    throw error;
  }
  return client;
}

/** Who has it hears, and cannot have the others hear no more. */
function earOf(client: PoolClient): PoolClient {
  return {
    on: client.on.bind(client),
    removeListener: client.removeListener.bind(client),
    query: async () => undefined,
  } as unknown as PoolClient;
}

/** Connections for the queue's library, the loss of none of which ends the process. */
export function openPool(connectionString: string, max: number, log: Logger): Pool {
  const pool = createPool(connectionString, { trabajo: 'COLA', max });
  const onError = (error: Error) => log.warn({ error }, 'a connection of the worker failed');
  return pool.on('error', onError).on('connect', (client) => client.on('error', onError));
}
