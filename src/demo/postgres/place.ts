import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureJson } from '../bandeja/write-durably.ts';
import { isReachableByAnyone } from './binaries.ts';

export type Place = Awaited<ReturnType<typeof preparePlace>>;

const NOBODY = { uid: 65534, gid: 65534 };

/**
 * As root, PostgreSQL runs as another user: where only root may go, the data are kept under `systemDir`, in a folder
 * named after BUZON_DATOS. An id in both makes a BUZON_DATOS that was deleted mean a fresh database.
 */
export async function preparePlace(buzonDatos: string, systemDir = '/var/lib') {
  const isRoot = process.getuid?.() === 0;
  await mkdir(buzonDatos, { recursive: true, mode: 0o700 });
  const real = await realpath(buzonDatos);
  if (isRoot) await letOthersThrough(real);
  const marca = (await ensureJson(path.join(real, 'postgresql.json'), makeMarca)) as ReturnType<typeof makeMarca>;
  const isInside = !isRoot || (await isReachableByAnyone(real));
  const folder = isInside ? path.join(real, 'postgresql') : path.join(systemDir, `buzon-${digest(real)}`);
  await mkdir(folder, { recursive: true });
  if (isRoot) await chmod(folder, 0o711);
  const data = path.join(folder, 'datos');
  await matchIds(path.join(folder, 'id'), marca.id, data, isInside);
  return {
    data,
    log: path.join(folder, 'servidor.log'),
    password: marca.password,
    /** A name that only the processes of this database carry. */
    nombre: `buzon_${digest(data)}`,
    /** PostgreSQL refuses to run as root: whose processes these are then. */
    usuario: isRoot ? await ownerOf(data) : null,
    /** Folder for PostgreSQL's programs when those of node_modules are out of reach. */
    programas: isRoot ? path.join(systemDir, 'buzon-programas') : path.join(real, 'postgresql'),
  };
}

async function letOthersThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  await chmod(folder, (mode & 0o777) | 0o011);
}

function makeMarca() {
  return { id: randomUUID(), password: randomBytes(24).toString('base64url') };
}

async function matchIds(file: string, id: string, data: string, isInside: boolean): Promise<void> {
  const found = await readFile(file, 'utf8').catch(() => null);
  if (found === id) return;
  const hasData = existsSync(data);
  if (hasData && isInside) {
    throw new Error(
      `Falta postgresql.json, con la contraseña de ${data}: devuélvelo, o borra esa carpeta para empezar de nuevo.`,
    );
  }
  await rm(data, { recursive: true, force: true });
  await writeFile(file, id);
}

/** Data that another user's start left are served as that user. */
async function ownerOf(data: string): Promise<{ uid: number; gid: number }> {
  const owner = await stat(data).catch(() => null);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
