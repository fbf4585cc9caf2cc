import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { migrate } from '../../prisma/migrate.ts';

export const PLANTILLA = 'plantilla';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated database that those of the tests are copied from. */
    plantillaUrl: string;
  }
}

/** One PostgreSQL for all integration tests, on a free port, gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const datos = await mkdtemp(path.join(tmpdir(), 'buzon-pruebas-'));
  const postgres = await startPostgres({ datos, database: PLANTILLA, isDisposable: true, maxConnections: 150 });
  await migrate(postgres.urlOf(PLANTILLA));
  project.provide('plantillaUrl', postgres.urlOf(PLANTILLA));
  return async () => {
    await postgres.stop();
    await rm(datos, { recursive: true, force: true });
  };
}
