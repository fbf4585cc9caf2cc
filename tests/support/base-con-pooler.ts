import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { makeTempDir } from './carpeta-temporal.ts';
import { readAjustesDeDespliegue, startPgbouncer } from './pgbouncer.ts';
import { createRolDelPortal } from './rol-del-portal.ts';

/** A PostgreSQL with a PgBouncer of transactions before it, set as deploy/pgbouncer.ini says, and the three addresses by which an operator names them. */
export interface BaseConPooler {
  env: { DATABASE_URL: string; DATABASE_URL_DIRECTA: string; DATABASE_URL_MIGRACION: string };
  /** Lets the commands that tests run on this BUZON_DATOS find it too: an embedded one would be written there. */
  tellCommands(datos: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startBaseConPooler(): Promise<BaseConPooler> {
  const datos = path.join(makeTempDir(), 'base');
  const postgres = await startPostgres({ datos, database: 'buzon', isDisposable: true });
  const owner = postgres.urlOf('buzon');
  const direct = await createRolDelPortal(owner);
  const pgbouncer = await startPgbouncer([direct], readAjustesDeDespliegue());
  const env = {
    DATABASE_URL: pgbouncer.urlOf(direct),
    DATABASE_URL_DIRECTA: direct,
    DATABASE_URL_MIGRACION: owner,
  };
  return {
    env,
    tellCommands: async (folder) => {
      const file = path.join(folder, 'entorno.json');
      await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...env }));
    },
    stop: async () => {
      await pgbouncer.stop();
      await postgres.stop();
    },
  };
}
