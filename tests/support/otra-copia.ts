import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRelease, fingerprint } from '#cli/release.ts';
import { buildPortal } from './portal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['src', 'prisma', 'public', 'package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json'];

/**
 * The sources of this portal in a folder of their own, with fictitious texts published at the end of the list as a new
 * version would, the first of them in force from `desde`. It is built when it is started.
 */
export function createOtraVersion(folder: string, desde: Date): string {
  copySources(folder);
  const textos = path.join(folder, 'src/wording/solicitud');
  cpSync(path.join(ROOT, 'tests/support/textos-ficticios.ts'), path.join(textos, 'textos-ficticios.ts'));
  const lista = path.join(textos, 'textos-publicados.ts');
  const before = readFileSync(lista, 'utf8');
  const after = before.replace(/\];\s*$/, `, ...textosFicticios(new Date('${desde.toISOString()}'))];\n`);
  if (after === before) throw new Error('textos-publicados.ts does not end with its list');
  writeFileSync(lista, `import { textosFicticios } from './textos-ficticios.ts';\n${after}`);
  return folder;
}

/** The sources of this portal, built, in a folder of their own. */
export async function createConstruida(folder: string): Promise<string> {
  copySources(folder);
  await buildPortal();
  const release = (await findRelease(ROOT, await fingerprint(ROOT))) ?? '.next';
  cpSync(path.join(ROOT, release), path.join(folder, release), { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** This portal as `npm ci --omit=dev` and `npm run build` leave it: nothing of demo, and no tools. */
export async function createInstalacionDeProduccion(folder: string): Promise<string> {
  await createConstruida(folder);
  const { packages: wanted } = readJson(path.join(folder, 'package-lock.json'));
  const record = path.join(folder, 'node_modules/.package-lock.json');
  const installed = readJson(record);
  for (const name of Object.keys(wanted).filter((each) => wanted[each]?.dev)) {
    rmSync(path.join(folder, name), { recursive: true, force: true });
    delete installed.packages[name];
  }
  // The file is a link to the one of whoever runs this.
  rmSync(record);
  writeFileSync(record, JSON.stringify(installed));
  return folder;
}

function readJson(file: string): { packages: Record<string, { dev?: boolean }> } {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function copySources(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) cpSync(path.join(ROOT, source), path.join(folder, source), { recursive: true });
  linkModules(folder);
}

/** Links where the disk is the same: the builder takes no symbolic link that leads out of the folder. */
function linkModules(folder: string): void {
  const [from, to] = [path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules')];
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}
