import { afterEach, beforeEach, expect, it } from 'vitest';
import { openConnection } from '#infra/db/connection.ts';
import { createDb, type Db } from '#infra/db/db.ts';
import { startHeartbeat } from '#infra/queue/worker-heartbeat.ts';
import { describeSalud } from '#server/describe-salud.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';

const SIN_REVISAR = { migraciones: 'sin revisar', cola: 'sin revisar' };

let db: Db;
beforeEach(async () => {
  await testDb();
  use(testDatabaseUrl());
});
afterEach(async () => {
  await db.$disconnect();
});

function use(url: string): void {
  db = createDb(url, { max: 1, trabajo: 'PORTAL' });
}

it('serves without a worker, and says that nobody attends the queue until one does', async () => {
  const bien = { baseDeDatos: 'bien', migraciones: 'bien' };
  expect(await describeSalud({ db })).toEqual({
    listo: true,
    componentes: { ...bien, cola: 'ningún worker la atiende' },
  });
  const heartbeat = startHeartbeat(testDatabaseUrl(), (error) => expect(error).toBeUndefined());
  heartbeat.announce('worker-de-prueba');
  await expect.poll(() => describeSalud({ db })).toEqual({ listo: true, componentes: { ...bien, cola: 'bien' } });
  await heartbeat.stop();
  await expect.poll(() => describeSalud({ db })).toMatchObject({ componentes: { cola: 'ningún worker la atiende' } });
});

it('does not serve while a migration is missing, and says how many are', async () => {
  const owner = await openConnection(testDatabaseUrl());
  const [name] = (await owner.query('SELECT max(migration_name) AS name FROM _prisma_migrations')).rows;
  const settle = (finished: boolean) =>
    owner.query(
      'UPDATE _prisma_migrations SET rolled_back_at = CASE WHEN $1 THEN NULL ELSE started_at END WHERE migration_name = $2',
      [finished, name.name],
    );
  await settle(false);
  try {
    expect(await describeSalud({ db })).toMatchObject({
      listo: false,
      componentes: { migraciones: 'faltan 1 por aplicar' },
    });
  } finally {
    await settle(true);
    await owner.end();
  }
});

it('tells a database that does not answer from one without a connection to spare', async () => {
  const held = db.$transaction((tx) => tx.$executeRaw`SELECT pg_sleep(5)`);
  const sinConexion = { baseDeDatos: 'sin conexión libre', ...SIN_REVISAR };
  expect(await describeSalud({ db })).toEqual({ listo: false, componentes: sinConexion });
  await held;
  await db.$disconnect();
  use(testDatabaseUrl().replace(/:\d+\//, ':1/'));
  const sinBase = { baseDeDatos: 'no responde', ...SIN_REVISAR };
  expect(await describeSalud({ db })).toEqual({ listo: false, componentes: sinBase });
});
