import type { Pool } from 'pg';
import type { Logger } from '#infra/logger/logger.ts';
import { createPool } from '../db/connection.ts';

/** Connections for the queue's library, the loss of none of which ends the process. */
export function openPool(connectionString: string, max: number, log: Logger): Pool {
  const pool = createPool(connectionString, { max, keepAlive: true });
  const onError = (error: Error) => log.warn({ error }, 'a connection of the worker failed');
  return pool.on('error', onError).on('connect', (client) => client.on('error', onError));
}
