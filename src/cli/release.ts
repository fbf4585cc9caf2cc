import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { acquireLock } from '#demo/lock.ts';
import { onClose } from '#infra/env/closers.ts';
import { Fault } from '#server/fault.ts';

/** Below the project: Next builds nowhere else, and what it builds runs nowhere but where it was built. */
export const VERSIONES = '.next/versiones';
/** Written last: a folder without it is a build under way, or one that was cut short. */
const COMPLETA = 'completa';
/** The newest, the one to go back to, and one more. */
const GUARDADAS = 3;
const SOURCES = [
  'src',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_BUILT = /\.test\.tsx?$|\.(mjs|md)$|^src\/(cli|generated)\//;

/** What is built from the sources as they are, with these dependencies, by this Node. */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of (await Promise.all(SOURCES.map((source) => listFiles(root, source)))).flat()) {
    if (NOT_BUILT.test(file)) continue;
    hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The folder, relative to `root`, of the release with this fingerprint, which nobody changes any more; null without one. */
export async function findRelease(root: string, huella: string): Promise<string | null> {
  const name = (await listVersiones(root)).find((each) => each.startsWith(huella) && builtAt(root, each) > 0);
  return name ? path.join(VERSIONES, name) : null;
}

/** The release of these sources, for a process that builds nothing. Throws Fault, in one line, when nobody has built it. */
export async function requireRelease(root: string): Promise<string> {
  const release = await findRelease(root, await fingerprint(root));
  if (release) return release;
  throw new Fault(
    'Esta versión no está construida, o este usuario no puede leerla: corre «npm run build» (y antes «npm ci», si cambiaron las dependencias) y vuelve a arrancar.',
  );
}

/** Marks what was built in this folder as a release. */
export async function completeRelease(root: string, release: string): Promise<void> {
  await writeFile(path.join(root, release, COMPLETA), '');
}

/** Removes all but the newest releases and those that somebody serves. Only for who holds the lock of builds. */
export async function removeOldReleases(root: string): Promise<void> {
  const names = (await listVersiones(root)).sort((a, b) => builtAt(root, b) - builtAt(root, a));
  const useless = names.filter((name, nth) => nth >= GUARDADAS || builtAt(root, name) === 0);
  for (const folder of useless.map((name) => path.join(root, VERSIONES, name)))
    if (!(await isServed(folder))) await rm(folder, { recursive: true, force: true });
}

async function listVersiones(root: string): Promise<string[]> {
  return await readdir(path.join(root, VERSIONES)).catch(() => []);
}

/** When, in milliseconds; 0 for what is not complete. */
function builtAt(root: string, name: string): number {
  return statSync(path.join(root, VERSIONES, name, COMPLETA), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function listFiles(root: string, source: string): Promise<string[]> {
  const entries = await readdir(path.join(root, source), { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return existsSync(path.join(root, source)) ? [source] : [];
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}

/** Tells, until this process ends, that it serves the portal built in this folder; any number of processes may. */
export async function announceServicio(build: string): Promise<void> {
  try {
    for (let lugar = 0; ; lugar++) {
      const lock = await acquireLock(path.join(build, 'sirve', String(lugar)), { isShared: true });
      if (lock) return onClose(lock);
    }
  } catch (error) {
    // Where nothing can be written nobody removes a release.
    if (!['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Whether any living process serves what is built in this folder. */
async function isServed(build: string): Promise<boolean> {
  for (const lugar of await readdir(path.join(build, 'sirve')).catch(() => [])) {
    const lock = await acquireLock(path.join(build, 'sirve', lugar));
    if (!lock) return true;
    await lock();
  }
  return false;
}
