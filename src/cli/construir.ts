import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeCandado } from '#demo/candado.ts';
import { onCierre } from '#infra/env/cierre.ts';
import { buildEnv } from '#infra/env/process-env.ts';
import { Averia } from './parada.ts';

const SOURCES = [
  'src',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const NOT_BUILT = /\.test\.tsx?$|\.mjs$|^src\/(cli|generated)\//;
const PASO_MS = 250;

/**
 * Builds the portal when its sources are not those of the last build. Of several processes that find it out of date one
 * builds and the others wait. Throws when the build fails.
 */
export async function buildOnce(root: string, onBuild: () => void): Promise<void> {
  const candado = await waitForCandado(path.join(root, '.next'));
  try {
    const stamp = path.join(root, '.next', 'huella');
    const wanted = await fingerprint(root);
    const isCurrent =
      existsSync(path.join(root, '.next', 'BUILD_ID')) && (await readFile(stamp, 'utf8').catch(() => '')) === wanted;
    if (isCurrent) return;
    onBuild();
    await rm(stamp, { force: true });
    await build(root);
    await writeFile(stamp, wanted);
  } finally {
    await candado();
  }
}

async function waitForCandado(folder: string) {
  for (;;) {
    const candado = await takeCandado(folder);
    if (candado) return candado;
    await sleep(PASO_MS);
  }
}

async function build(root: string): Promise<void> {
  const cli = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'build'], {
    cwd: root,
    env: buildEnv(),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  // It may take its time to heed anything softer, and a half build is built again.
  onCierre(async () => void child.kill('SIGKILL'));
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Averia('No se pudo construir el portal: corrige lo que dice arriba y vuelve a arrancar.');
}

/** SHA-256 over the name and content of every file that goes into the build, and Node's version. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of (await Promise.all(SOURCES.map((source) => listFiles(root, source)))).flat()) {
    if (NOT_BUILT.test(file)) continue;
    hash.update(`\0${file}\0`).update(await readFile(path.join(root, file)));
  }
  return hash.digest('hex');
}

async function listFiles(root: string, source: string): Promise<string[]> {
  const entries = await readdir(path.join(root, source), { withFileTypes: true, recursive: true }).catch(() => null);
  if (entries === null) return existsSync(path.join(root, source)) ? [source] : [];
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}
