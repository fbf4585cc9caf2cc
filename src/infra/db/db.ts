import { PrismaPg } from '@prisma/adapter-pg';
import type { PoolConfig } from 'pg';
import { PrismaClient } from '#generated/prisma/client.ts';
import { createPool } from './connection.ts';

export type Db = PrismaClient;

export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

interface DbOptions {
  max: number;
  /** What they are for, hence how long they wait. */
  trabajo?: TrabajoDeDb;
  /** Nothing may be written there, and who reads does not wait long for it. */
  isReplica?: boolean;
}

/** Of a transaction, in milliseconds: to its connection, and to its end. A statement on its way is ended by the server. */
const TRANSACCION = {
  PORTAL: { maxWait: 4_000, timeout: 15_000 },
  WORKER: { maxWait: 10_000, timeout: 60_000 },
  CARGA: { maxWait: 10_000, timeout: 600_000 },
};

export type TrabajoDeDb = keyof typeof TRANSACCION;

const REPLICA: PoolConfig = {
  connectionTimeoutMillis: 2_000,
  query_timeout: 5_000,
  onConnect: async (client) => void (await client.query('SET default_transaction_read_only = on')),
};

/** Opens a pool on PostgreSQL; connects with the first query. End it with `$disconnect()`. */
export function createDb(databaseUrl: string, { max, trabajo = 'WORKER', isReplica = false }: DbOptions): Db {
  const pool = createPool(databaseUrl, { trabajo, max, ...(isReplica && REPLICA) });
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: TRANSACCION[trabajo] });
}
