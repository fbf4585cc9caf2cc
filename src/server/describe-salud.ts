import { readdirSync } from 'node:fs';
import { readFalla } from '#infra/db/falla.ts';
import { within } from '#infra/turnos/within.ts';
import type { Contexto } from '#tramites/contexto.ts';
import { checkSalud } from '#tramites/salud/check-salud.ts';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';

/** Those of this version: read when it starts, because an upgrade may bring others while it still runs. */
const MIGRACIONES = readdirSync('prisma/migrations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Balancers ask again sooner than a database that froze is given up; a portal without a connection to spare knows by then. */
const PLAZO_MS = 5_000;

/** Whether a process can serve: its database answers and every migration of this version is applied. */
export async function describeSalud(ctx: Pick<Contexto, 'db'>) {
  try {
    const { faltan, hasWorker } = await within(PLAZO_MS, checkSalud(ctx, MIGRACIONES));
    const migraciones = faltan === 0 ? SALUD.bien : SALUD.faltan(faltan);
    const cola = hasWorker ? SALUD.bien : SALUD.sinWorker;
    return { listo: faltan === 0, componentes: { baseDeDatos: SALUD.bien, migraciones, cola } };
  } catch (error) {
    const baseDeDatos = readFalla(error) === 'OCUPADO' ? SALUD.sinConexion : SALUD.sinRespuesta;
    return { listo: false, componentes: { baseDeDatos, migraciones: SALUD.sinRevisar, cola: SALUD.sinRevisar } };
  }
}
