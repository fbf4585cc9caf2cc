import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { foldersOf } from '#demo/folders.ts';
import { openConnection } from '#infra/db/connection.ts';
import type { Portal } from './portal.ts';

const COPIA = 'sin_estrenar';
const INTENTOS = 5;

/** Keeps what a portal has before anybody uses it, in its own database, for `forgetAll`. */
export async function keepDatos(portal: Portal): Promise<void> {
  await asOwner(portal, async (owner) => {
    await owner.query(`CREATE SCHEMA ${COPIA}`);
    for (const { tabla } of await listTablas(owner))
      await owner.query(`CREATE TABLE ${COPIA}.${tabla} AS TABLE public.${tabla}`);
  });
}

/** Its process goes on, and its sequences; its data, its queue and its inbox are those of a portal that nobody has used. */
export async function forgetAll(portal: Portal): Promise<void> {
  await asOwner(portal, async (owner) => {
    const tablas = await listTablas(owner);
    const nombres = tablas.map(({ tabla }) => `public.${tabla}`).join(', ');
    const copias = tablas.map(
      ({ tabla, columnas }) => `INSERT INTO public.${tabla} (${columnas}) SELECT ${columnas} FROM ${COPIA}.${tabla};`,
    );
    const forget = () =>
      owner.query(`
        BEGIN;
        SET LOCAL session_replication_role = replica;
        DELETE FROM graphile_worker._private_jobs WHERE key LIKE '%:%' OR key IS NULL;
        TRUNCATE ${nombres};
        ${copias.join('\n')}
        COMMIT`);
    for (let intento = 1; !(await succeeds(owner, forget, intento === INTENTOS)); intento++);
  });
  const { correo, sms } = foldersOf(portal.datos);
  await Promise.all([correo, sms].map(emptyFolder));
}

/** The worker may hold what this asks for, and wait for what this holds. */
async function succeeds(owner: ClientBase, run: () => Promise<unknown>, isLast: boolean): Promise<boolean> {
  try {
    await run();
    return true;
  } catch (error) {
    await owner.query('ROLLBACK');
    if (isLast) throw error;
    return false;
  }
}

async function listTablas(owner: ClientBase): Promise<{ tabla: string; columnas: string }[]> {
  const { rows } = await owner.query<{ tabla: string; columnas: string }>(`
    SELECT quote_ident(table_name) AS tabla, string_agg(quote_ident(column_name), ', ') AS columnas
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER' AND table_name <> '_prisma_migrations'
    GROUP BY table_name`);
  return rows;
}

async function asOwner(portal: Portal, work: (owner: ClientBase) => Promise<void>): Promise<void> {
  const entorno = JSON.parse(await readFile(`${portal.datos}/entorno.json`, 'utf8')) as Record<string, string>;
  const owner = await openConnection(entorno.DATABASE_URL_MIGRACION ?? '');
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}

async function emptyFolder(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  await Promise.all(files.map(({ parentPath, name }) => rm(path.join(parentPath, name), { force: true })));
}
