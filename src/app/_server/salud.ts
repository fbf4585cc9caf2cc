import { readdir } from 'node:fs/promises';
import { readFalla } from '#infra/db/falla.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { checkSalud } from '#tramites/salud/check-salud.ts';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';
import { root } from './root.ts';

interface Salud {
  listo: boolean;
  componentes: { baseDeDatos: string; migraciones: string; cola: string };
}

/** Whether a process can serve: its database answers and every migration of this version is applied. */
export async function describeSalud(ctx: Pick<Contexto, 'db'> = root()): Promise<Salud> {
  try {
    const folders = await readdir('prisma/migrations', { withFileTypes: true });
    const names = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    const { faltan, hasWorker } = await checkSalud(ctx, names);
    const migraciones = faltan === 0 ? SALUD.bien : SALUD.faltan(faltan);
    const cola = hasWorker ? SALUD.bien : SALUD.sinWorker;
    return { listo: faltan === 0, componentes: { baseDeDatos: SALUD.bien, migraciones, cola } };
  } catch (error) {
    const baseDeDatos = readFalla(error) === 'OCUPADO' ? SALUD.sinConexion : SALUD.sinRespuesta;
    return { listo: false, componentes: { baseDeDatos, migraciones: SALUD.sinRevisar, cola: SALUD.sinRevisar } };
  }
}
