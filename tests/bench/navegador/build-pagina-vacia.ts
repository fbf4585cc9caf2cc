import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { scriptsIn } from './scripts-in.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the project, so that it is built by the same Next.js with the same React. */
const FOLDER = path.join(ROOT, 'tests/.salida/pagina-vacia');

const FILES = {
  'package.json': '{ "name": "pagina-vacia", "private": true, "type": "module" }',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, typescript: { ignoreBuildErrors: true } };`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="es"><body>{children}</body></html>;',
  'app/page.jsx': 'export default () => <p>Nada</p>;',
};

/** The scripts of an empty page, as Next.js builds it. */
export async function buildPaginaVacia(): Promise<Uint8Array[]> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(path.join(FOLDER, 'app'), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) await writeFile(path.join(FOLDER, name), content);
  const next = path.join(ROOT, 'node_modules/next/dist/bin/next');
  await promisify(execFile)(process.execPath, [next, 'build'], { cwd: FOLDER });
  const html = await readFile(path.join(FOLDER, '.next/server/app/index.html'), 'utf8');
  return Promise.all(scriptsIn(html).map((src) => readFile(path.join(FOLDER, src.replace(/^\/_next/, '.next')))));
}
