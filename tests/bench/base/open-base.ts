import type pg from 'pg';
import { startPostgres } from '#demo/postgres/start-postgres.ts';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { migrate } from '../../../prisma/migrate.ts';
import { makeTempDir } from '../../support/efirma/autoridad-de-prueba.ts';
import type { Banco } from '../medida.ts';

export interface Base {
  url: string;
  db: Db;
  /** The owner's own connection, for seeding and for floors. */
  client: pg.Client;
}

/** An empty database of this measure alone, with the portal's migrations; gone when the measure ends. */
export async function openBase(banco: Banco): Promise<Base> {
  banco.progress('una base de datos vacía');
  const postgres = await startPostgres({ datos: makeTempDir(), database: 'banco', isDisposable: true });
  banco.onEnd(postgres.stop);
  const url = postgres.urlOf('banco');
  await migrate(url);
  const client = await openConnection(url);
  banco.onEnd(() => client.end());
  const db = createDb(url, { max: 2 });
  banco.onEnd(() => db.$disconnect());
  return { url, db, client };
}
