import type { Notification, Pool, PoolClient } from 'pg';
import { CANAL_DE_TAREAS } from '#domain/tarea/lanes.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { createPool } from '../db/connection.ts';

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: () => void) => void;

interface Listener {
  client: Promise<PoolClient>;
  users: Set<object>;
}

/**
 * The queue's library asks by a callback for the connection that listens: the lanes share that one, and each hears of its own
 * tasks alone. It also gives it back twice when it is lost while workers stop.
 */
export function shareListener(pool: Pool): (tasks: readonly string[]) => Pool {
  let current: Listener | null = null;
  const listen = (tasks: readonly string[], callback: Callback) => {
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
      (client) => callback(undefined, earOf(client, tasks), () => leave(client)),
      (error) => callback(error, undefined, () => undefined),
    );
  };
  return (tasks) =>
    Object.create(pool, {
      connect: { value: (callback?: Callback) => (callback ? listen(tasks, callback) : pool.connect()) },
    });
}

async function openListener(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  try {
    await client.query(`LISTEN "${CANAL_DE_TAREAS}"; LISTEN "worker:migrate"`);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return client;
}

/** Who has it hears, and cannot have the others hear no more. */
function earOf(client: PoolClient, tasks: readonly string[]): PoolClient {
  type Handler = (message: Notification) => void;
  const told = new Map<Handler, Handler>();
  const as = (handler: Handler) => told.get(handler) ?? handler;
  return {
    on: (event: 'notification', handler: Handler) => {
      if (event === 'notification')
        told.set(handler, (message) => {
          for (const suyo of readMensaje(message, tasks)) handler(suyo);
        });
      return client.on(event, as(handler));
    },
    removeListener: (event: 'notification', handler: Handler) => client.removeListener(event, as(handler)),
    query: async () => undefined,
  } as unknown as PoolClient;
}

/** What the library is to hear of a message: that there are so many jobs of the lane's, or nothing where there are none. */
function readMensaje(message: Notification, tasks: readonly string[]): Notification[] {
  if (message.channel !== CANAL_DE_TAREAS) return [message];
  const cuantas: Record<string, number> = JSON.parse(message.payload ?? '{}');
  const count = tasks.reduce((sum, task) => sum + (cuantas[task] ?? 0), 0);
  return count > 0 ? [{ ...message, channel: 'jobs:insert', payload: JSON.stringify({ count }) }] : [];
}

/** Connections for the queue's library, the loss of none of which ends the process. */
export function openPool(connectionString: string, max: number, log: Logger): Pool {
  const pool = createPool(connectionString, { trabajo: 'COLA', max });
  const onError = (error: Error) => log.warn({ error }, 'a connection of the worker failed');
  return pool.on('error', onError).on('connect', (client) => client.on('error', onError));
}
