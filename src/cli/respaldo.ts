import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { liftPlazos, openConnection } from '#infra/db/connection.ts';
import { onClose } from '#infra/env/closers.ts';
import { SIN_ENVIOS } from '#infra/queue/sin-envios.ts';
import { Fault } from '#server/fault.ts';
import { appendManifiesto, collectManifiesto } from '../../prisma/manifiesto.ts';
import { runPgProgram } from '../../prisma/run-pg-program.ts';
import { explainDatabase } from './explain-database.ts';
import { openPortalDatabase } from './open-portal-database.ts';
import { commandOf } from './shutdown.ts';

const INTERRUMPIDO = { aviso: 'Detengo el respaldo: no queda ningún archivo a medias.', codigo: 1 };

/** `npm run respaldo`: writes the whole database to a file, with what a copy of it is judged by. */
export const writeRespaldoCommand = commandOf(async ([carpeta, ...others]: readonly string[]) => {
  if (others.length > 0) throw new Fault('Di una sola carpeta: npm run respaldo -- carpeta');
  const { databaseUrl, datos } = await openPortalDatabase('DUENO');
  if (!carpeta) await mkdir(datos, { recursive: true });
  await writeRespaldo(databaseUrl, path.resolve(carpeta ?? datos)).catch(explainDatabase('DATABASE_URL'));
}, INTERRUMPIDO);

/** pg_dump and the manifest see the same instant. Until it is whole the file has another name. */
async function writeRespaldo(url: string, carpeta: string): Promise<void> {
  const archivo = path.join(carpeta, `buzon-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}.respaldo`);
  const parcial = `${archivo}.parcial`;
  const client = await openConnection(url);
  onClose(() => client.end());
  await liftPlazos(client);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const { rows } = await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id');
  onClose(() => rm(parcial, { force: true }));
  try {
    await (await open(parcial, 'wx', 0o600)).close();
    const args = ['--format=custom', '--compress=1', `--snapshot=${rows[0]?.id}`, `--exclude-schema=${SIN_ENVIOS}`];
    await runPgProgram('pg_dump', [...args, `--file=${parcial}`], url, client);
    const manifiesto = await collectManifiesto(client);
    await appendManifiesto(parcial, manifiesto);
    await rename(parcial, archivo);
    console.log(
      `Respaldo completo: ${archivo} (${Object.keys(manifiesto.hechos).length} tablas y acuses por comprobar).`,
    );
  } catch (error) {
    const falla = error instanceof Error && 'code' in error && DISCO[String(error.code)];
    if (!falla) throw error;
    throw new Fault(`No se puede escribir el respaldo en ${carpeta}: ${falla}.`);
  }
}

const DISCO: Record<string, string> = {
  ENOSPC: 'el disco está lleno',
  EDQUOT: 'se acabó el espacio permitido',
  EACCES: 'no hay permiso',
  EROFS: 'el disco es de sólo lectura',
  ENOENT: 'no existe esa carpeta',
  ENOTDIR: 'no es una carpeta',
};
