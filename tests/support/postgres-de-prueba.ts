import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { migrate } from '../../prisma/migrate.ts';
import { createBaseAjena } from './ajustes-ajenos.ts';

const PLANTILLA = 'plantilla';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the migrated database that those of the tests are copied from. */
    plantillaUrl: string;
  }
}

/**
 * One PostgreSQL for all integration tests, on a free port, gone afterwards. With BUZON_PRUEBAS_AJUSTES=ajenos its settings
 * and its language are not ours.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const datos = await mkdtemp(path.join(tmpdir(), 'buzon-pruebas-'));
  const postgres = await startPostgres({ datos, database: PLANTILLA, isDisposable: true, maxConnections: 150 });
  const isAjena = process.env.BUZON_PRUEBAS_AJUSTES === 'ajenos';
  const plantillaUrl = isAjena
    ? await createBaseAjena(postgres.urlOf(PLANTILLA), 'ajena', 'SERVIDOR')
    : postgres.urlOf(PLANTILLA);
  await migrate(plantillaUrl);
  project.provide('plantillaUrl', plantillaUrl);
  return async () => {
    await postgres.stop();
    await rm(datos, { recursive: true, force: true });
  };
}
