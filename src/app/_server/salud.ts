import { readdir } from 'node:fs/promises';
import { root } from './root.ts';

interface Salud {
  listo: boolean;
  componentes: { baseDeDatos: string; migraciones: string };
}

/** Whether the portal can serve: the database answers and every migration of this version is applied. */
export async function checkSalud(): Promise<Salud> {
  const migraciones = await countPending().catch(() => null);
  if (migraciones === null)
    return { listo: false, componentes: { baseDeDatos: 'no responde', migraciones: 'sin revisar' } };
  const listo = migraciones === 0;
  return {
    listo,
    componentes: { baseDeDatos: 'bien', migraciones: listo ? 'bien' : `faltan ${migraciones} por aplicar` },
  };
}

async function countPending(): Promise<number> {
  const applied = await root().db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  const names = new Set(applied.map((row) => row.migration_name));
  const folders = await readdir('prisma/migrations', { withFileTypes: true });
  return folders.filter((entry) => entry.isDirectory() && !names.has(entry.name)).length;
}
