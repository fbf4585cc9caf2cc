import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlResultSet,
} from '@prisma/driver-adapter-utils';

const IDENTITY = { provider: 'postgres', adapterName: '@prisma/adapter-pg' } as const;

const NO_ROWS: SqlResultSet = { columnNames: [], columnTypes: [], rows: [] };

/** An empty PostgreSQL that swallows everything: comparing two schemas needs a connection, but nothing from it. */
const emptyDatabase: SqlDriverAdapter = {
  ...IDENTITY,
  queryRaw: async () => NO_ROWS,
  executeRaw: async () => 0,
  executeScript: async () => undefined,
  startTransaction: async () => {
    throw new Error('There is no database here to open a transaction in.');
  },
  getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
  dispose: async () => undefined,
};

export const offlineAdapter: SqlMigrationAwareDriverAdapterFactory = {
  ...IDENTITY,
  connect: async () => emptyDatabase,
  connectToShadowDb: async () => emptyDatabase,
};
