import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['src', 'prisma', 'public', 'package.json', 'package-lock.json', 'next.config.js', 'tsconfig.json'];

/**
 * The sources of this portal in a folder of their own, with fictitious texts published at the end of the list as a new
 * version would, the first of them in force from `desde`. It is built when it is started.
 */
export function createOtraVersion(folder: string, desde: Date): string {
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) cpSync(path.join(ROOT, source), path.join(folder, source), { recursive: true });
  linkModules(folder);
  const textos = path.join(folder, 'src/wording/solicitud');
  cpSync(path.join(ROOT, 'tests/support/textos-ficticios.ts'), path.join(textos, 'textos-ficticios.ts'));
  const lista = path.join(textos, 'textos-publicados.ts');
  const before = readFileSync(lista, 'utf8');
  const after = before.replace(/\];\s*$/, `, ...textosFicticios(new Date('${desde.toISOString()}'))];\n`);
  if (after === before) throw new Error('textos-publicados.ts does not end with its list');
  writeFileSync(lista, `import { textosFicticios } from './textos-ficticios.ts';\n${after}`);
  return folder;
}

/** Links where the disk is the same: the builder takes no symbolic link that leads out of the folder. */
function linkModules(folder: string): void {
  const [from, to] = [path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules')];
  if (spawnSync('cp', ['-al', from, to]).status !== 0) cpSync(from, to, { recursive: true });
}
