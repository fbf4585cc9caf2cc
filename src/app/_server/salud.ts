import { readdir } from 'node:fs/promises';
import { readFalla } from '#infra/db/falla.ts';
import { root } from './root.ts';

interface Salud {
  listo: boolean;
  /** What each says of itself; «bien» when nothing is wrong with it. */
  componentes: { baseDeDatos: string; migraciones: string; cola: string };
}

const BIEN = 'bien';
const SIN_REVISAR = 'sin revisar';

/**
 * Whether the portal can serve: the database answers and every migration of this version is applied. Without a worker it
 * serves too, and says that what it leaves in the queue waits.
 */
export async function checkSalud(): Promise<Salud> {
  try {
    const [faltan, workers] = [await countPending(), await countWorkers()];
    const migraciones = faltan === 0 ? BIEN : `faltan ${faltan} por aplicar`;
    const cola = workers > 0 ? BIEN : 'ningún worker la atiende';
    return { listo: faltan === 0, componentes: { baseDeDatos: BIEN, migraciones, cola } };
  } catch (error) {
    const baseDeDatos = readFalla(error) === 'OCUPADO' ? 'sin conexión libre' : 'no responde';
    return { listo: false, componentes: { baseDeDatos, migraciones: SIN_REVISAR, cola: SIN_REVISAR } };
  }
}

async function countPending(): Promise<number> {
  const applied = await root().db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((row) => row.migration_name));
  const folders = await readdir('prisma/migrations', { withFileTypes: true });
  return folders.filter((entry) => entry.isDirectory() && !names.has(entry.name)).length;
}

/** Each living worker holds an advisory lock of this class (infra/queue/worker-heartbeat.ts). */
async function countWorkers(): Promise<number> {
  const [counted] = await root().db.$queryRaw<[{ workers: number }]>`
    SELECT count(*)::int AS workers FROM pg_locks
    WHERE locktype = 'advisory' AND classid = 817001
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return counted.workers;
}
