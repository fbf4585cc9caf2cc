import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acquireLock } from '#demo/lock.ts';
import { onClose } from '#infra/env/closers.ts';
import { buildEnv } from '#infra/env/process-env.ts';
import { Fault } from '#server/fault.ts';
import { announceServicio, isServed } from './who-serves.ts';

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
const PASO_MS = 250;
/** For a portal that is just closing, and for a build that was left behind by one that was killed. */
const CIERRE_MS = 4_000;
const AJENA_MS = 180_000;
/** What Next says of a build in this folder that we did not start, or whose start was killed. */
const AJENA = 'Another next build process is already running';

/**
 * Sees that the portal is built from the sources as they are, and that nobody builds it anew while this process serves it.
 * Of several processes that find it out of date one builds and the others wait. Throws Fault when it cannot be built.
 * @param say tells the person what takes its time.
 */
export async function buildOnce(root: string, say: (line: string) => void): Promise<void> {
  const folder = path.join(root, '.next');
  const lock = await waitForCandado(folder, say);
  try {
    const wanted = { fuentes: await fingerprint(root), node: process.versions.node };
    const built = existsSync(path.join(folder, 'BUILD_ID')) ? await readStamp(folder) : null;
    if (built?.fuentes !== wanted.fuentes || built.node !== wanted.node) {
      await waitUntilUnserved(folder, built);
      say('Construyo el portal; solo hace falta cuando algo cambió…');
      await rm(stampOf(folder), { force: true });
      await build(root, say);
      await writeFile(stampOf(folder), JSON.stringify(wanted));
    }
    await announceServicio(folder);
  } finally {
    await lock();
  }
}

async function waitForCandado(folder: string, say: (line: string) => void) {
  for (let isFirst = true; ; isFirst = false) {
    const lock = await acquireLock(folder);
    if (lock) return lock;
    if (isFirst) say('Otro arranque prepara el portal en esta carpeta; espero a que termine…');
    await sleep(PASO_MS);
  }
}

/** What was built, and by which Node. */
interface Stamp {
  fuentes: string;
  node: string;
}

function stampOf(folder: string): string {
  return path.join(folder, 'huella');
}

/** Null when nothing was built to its end. */
async function readStamp(folder: string): Promise<Stamp | null> {
  const text = await readFile(stampOf(folder), 'utf8').catch(() => '');
  return text.startsWith('{') ? JSON.parse(text) : null;
}

/** A build replaces the files that whoever serves it reads. */
async function waitUntilUnserved(folder: string, built: Stamp | null): Promise<void> {
  for (let waited = 0; await isServed(folder); waited += PASO_MS) {
    if (waited >= CIERRE_MS) throw new Fault(explainServed(built));
    await sleep(PASO_MS);
  }
}

function explainServed(built: Stamp | null): string {
  const { node } = process.versions;
  const causa =
    built && built.node !== node
      ? `Un portal en marcha sirve lo construido en esta carpeta con Node ${built.node}, y este es Node ${node}`
      : 'Un portal en marcha sirve lo construido en esta carpeta, y algo cambió desde entonces';
  return `${causa}: construirlo de nuevo lo descompondría. Detén ese portal y vuelve a arrancar, o usa ${
    built && built.node !== node ? 'el mismo Node' : 'otra copia de la carpeta'
  }.`;
}

async function build(root: string, say: (line: string) => void): Promise<void> {
  for (let waited = 0; ; waited += PASO_MS) {
    const { code, said } = await runBuild(root);
    if (code === 0) return;
    if (!said.includes(AJENA)) {
      console.error(said);
      throw new Fault('No se pudo construir el portal: corrige lo que dice arriba y vuelve a arrancar.');
    }
    if (waited === 0) say('Otro proceso construye el portal en esta carpeta; espero a que termine…');
    if (waited >= AJENA_MS)
      throw new Fault(
        'Otro proceso sigue construyendo el portal en esta carpeta («next build»): detenlo y vuelve a arrancar.',
      );
    await sleep(PASO_MS);
  }
}

async function runBuild(root: string): Promise<{ code: number | null; said: string }> {
  const cli = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'build'], {
    cwd: root,
    env: buildEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It may take its time to heed anything softer, and a half build is built again.
  onClose(async () => void child.kill('SIGKILL'));
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  return { code, said: Buffer.concat(said).toString('utf8').trimEnd() };
}

/** SHA-256 over the name and content of every file that goes into the build. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256');
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
