import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onClose } from '#infra/env/closers.ts';
import { buildEnv } from '#infra/env/process-env.ts';
import { Fault } from '#server/fault.ts';
import { findCompiled } from './compiled.mjs';
import { completeRelease, findRelease, fingerprint, removeOldReleases, VERSIONES } from './release.ts';
import { exitOnFault, stopOnSignals } from './shutdown.ts';
import { waitForLock } from './wait-for-lock.ts';

/**
 * Sees that the release of the sources as they are is built, in a folder of its own: nothing that a process serves is
 * touched. Of several processes that find it missing one builds and the others wait. Throws Fault when it cannot be built.
 * @param say tells the person what takes its time.
 * @returns the release's folder, relative to `root`.
 */
export async function buildOnce(root: string, say: (line: string) => void): Promise<string> {
  const huella = await fingerprint(root);
  const built = await findRelease(root, huella);
  if (built && findCompiled(root, 'start')) return built;
  const espera = 'Otro proceso construye el portal en esta carpeta; espero a que termine…';
  const lock = await waitForLock(path.join(root, VERSIONES), () => say(espera));
  try {
    await (await import('./compile-commands.ts')).compileCommands(root);
    return (await findRelease(root, huella)) ?? (await build(root, huella, say));
  } finally {
    await lock();
  }
}

/** In a folder that is nobody's: a build whose start was killed may go on in its own. */
async function build(root: string, huella: string, say: (line: string) => void): Promise<string> {
  say('Construyo el portal; sólo hace falta cuando algo cambió…');
  const release = path.join(VERSIONES, `${huella}-${Date.now().toString(36)}`);
  const typesFile = path.join(root, 'next-env.d.ts');
  const types = await readFile(typesFile).catch(() => null);
  await runBuild(root, release);
  // Next makes it name the folder that it built in.
  if (types) await writeFile(typesFile, types);
  if ((await fingerprint(root)) !== huella)
    throw new Fault('Algo cambió mientras se construía el portal: vuelve a intentarlo.');
  await completeRelease(root, release);
  await removeOldReleases(root);
  return release;
}

async function runBuild(root: string, folder: string): Promise<void> {
  const cli = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [cli, 'build'], {
    cwd: root,
    env: buildEnv(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // It may take its time to heed anything softer, and a half build is built again.
  onClose(async () => void child.kill('SIGKILL'));
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  console.error(Buffer.concat(said).toString('utf8').trimEnd());
  throw new Fault('No se pudo construir el portal: corrige lo que dice arriba y vuelve a intentarlo.');
}

/** `npm run build`. Ends the process on failure. */
export async function buildCommand(): Promise<void> {
  stopOnSignals({ aviso: 'Dejo de construir…', codigo: 130 });
  await exitOnFault(async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const release = await buildOnce(root, (line) => console.log(line));
    const sbom = await writeSbom(root, release);
    console.log(`El portal está construido en ${release}; de qué está hecho lo dice ${sbom}.`);
  });
}

const ARGS = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline'];

interface Sbom {
  components: { 'bom-ref': string; properties?: { name: string }[] }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * Writes what a release is made of (CycloneDX), as the lockfile has it: npm refuses to tell of an installation without what
 * development needs. @returns the file, relative to `root`. What only development needs is left out here, as npm's own
 * `--omit=dev` leaves out whatever development needs as well.
 */
export async function writeSbom(root: string, release: string): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ARGS, { cwd: root, maxBuffer: 1e8 });
  const file = path.join(release, 'sbom.cdx.json');
  const { components, dependencies, ...sbom } = JSON.parse(stdout) as Sbom;
  const own = components.filter(({ properties = [] }) => !properties.some(({ name }) => name.endsWith(':development')));
  const named = new Set(own.map((each) => each['bom-ref']));
  const ties = dependencies
    .filter(({ ref }) => named.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => named.has(each)) }));
  await writeFile(path.join(root, file), JSON.stringify({ ...sbom, components: own, dependencies: ties }, null, 2));
  return file;
}
