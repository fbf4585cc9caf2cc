import type { Pool } from 'pg';
import type { Logger } from '#infra/logger/logger.ts';
import { createPool } from '../db/connection.ts';

/**
 * Connections for the queue's library, of which neither the loss nor a return too many ends the process: it gives the
 * connection that listens back twice when that is lost while the workers stop.
 */
export function openPool(connectionString: string, max: number, log: Logger): Pool {
  const pool = createPool(connectionString, { max, keepAlive: true });
  const onError = (error: Error) => log.warn({ error }, 'a connection of the worker failed');
  pool.on('error', onError).on('connect', (client) => client.on('error', onError));
  const connect = pool.connect.bind(pool);
  pool.connect = ((callback?: Callback) =>
    callback ? connect((error, client, done) => callback(error, client, once(done))) : connect()) as Pool['connect'];
  return pool;
}

type Callback = Parameters<Pool['connect']>[0];

function once(done: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) done();
    isDone = true;
  };
}
