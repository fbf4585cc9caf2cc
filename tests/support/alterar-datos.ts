import { openConnection } from '#infra/db/connection.ts';
import { testDatabaseUrl } from './test-db.ts';

/** Changes what is stored as only its owner can: with every trigger off. */
export async function alterarDatos(...statements: string[]): Promise<void> {
  const owner = await openConnection(testDatabaseUrl());
  try {
    await owner.query('SET session_replication_role = replica');
    for (const statement of statements) await owner.query(statement);
  } finally {
    await owner.end();
  }
}
