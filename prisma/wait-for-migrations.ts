import { setTimeout as sleep } from 'node:timers/promises';
import { withConnection } from '#infra/db/connection.ts';
import { compareMigrations, FallaDeMigracion } from './apply-migrations.ts';
import { ESPERA_MINUTOS, MIGRATIONS } from './migrate.ts';

const PASO_MS = 500;

/**
 * For a process that may not migrate: waits until another has applied what this version needs. What a newer one has applied
 * besides does not matter. Throws FallaDeMigracion when one failed, or after ten minutes.
 * @param onWait is called once, when something is missing.
 */
export function waitForMigrations(databaseUrl: string, onWait: () => void): Promise<void> {
  return withConnection(databaseUrl, async (client) => {
    for (let waited = 0; ; waited += PASO_MS) {
      const { pending } = await compareMigrations(client, MIGRATIONS);
      if (pending.length === 0) return;
      if (waited === 0) onWait();
      if (waited > ESPERA_MINUTOS * 60_000) throw new FallaDeMigracion(NADIE);
      await sleep(PASO_MS);
    }
  });
}

const NADIE =
  'le faltan migraciones de esta versión y nadie las aplica; arranca un portal con el dueño de las tablas en DATABASE_URL_MIGRACION.';

/** What whoever waits says. */
export const ESPERO_MIGRACIONES = 'Espero las migraciones que esta versión necesita y que otro proceso aplica…';

/** Whether the role of this address owns what there is to migrate, or may make it where there is nothing yet. */
export async function canMigrate(databaseUrl: string): Promise<boolean> {
  const { rows } = await withConnection(databaseUrl, (client) => client.query<{ can: boolean }>(CAN_MIGRATE));
  return rows[0]?.can ?? false;
}

const CAN_MIGRATE = `
  SELECT coalesce((SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('public._prisma_migrations')),
                  has_schema_privilege('public', 'CREATE')) AS can`;
