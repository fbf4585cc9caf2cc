import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#generated/prisma/client.ts';
import { connectionConfig } from './connection.ts';

export type Db = PrismaClient;

/** Prisma's interactive transaction. */
export type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

interface DbOptions {
  /** Connections at most. */
  max: number;
}

/** Opens a pool on PostgreSQL; connects with the first query. End it with `$disconnect()`. */
export function createDb(databaseUrl: string, { max }: DbOptions): Db {
  const adapter = new PrismaPg(connectionConfig(databaseUrl, { max }));
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } });
}
