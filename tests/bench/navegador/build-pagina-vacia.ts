import { execFile, spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findFreePort } from '#demo/free-port.ts';
import type { Banco } from '../medida.ts';
import { scriptsIn } from './scripts-in.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Inside the project, so that it is built by the same Next.js with the same React. */
const FOLDER = path.join(ROOT, 'tests/.salida/pagina-vacia');

const FILES = {
  'package.json': '{ "name": "pagina-vacia", "private": true, "type": "module" }',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, typescript: { ignoreBuildErrors: true } };`,
  'app/layout.jsx': 'export default ({ children }) => <html lang="es"><body>{children}</body></html>;',
  // As those of the portal are: rendered on each request, with a policy whose nonce is new.
  'app/dinamica/page.jsx': "export const dynamic = 'force-dynamic'; export default () => <p>Nada</p>;",
  'proxy.js': `import { NextResponse } from 'next/server';
    export function proxy(request) {
      const policy = "script-src 'self' 'nonce-" + crypto.randomUUID() + "' 'strict-dynamic'";
      const headers = new Headers(request.headers);
      headers.set('content-security-policy', policy);
      const response = NextResponse.next({ request: { headers } });
      response.headers.set('content-security-policy', policy);
      return response;
    }
    export const config = { matcher: '/dinamica' };`,
  // Without one of its own it takes the portal's.
  'instrumentation.js': 'export function register() {}',
  'app/page.jsx': 'export default () => <p>Nada</p>;',
};

/** The path of the empty page that is rendered on each request. */
export const DINAMICA = '/dinamica';

const READY_MS = 60_000;
const NEXT = path.join(ROOT, 'node_modules/next/dist/bin/next');

/** The scripts of an empty page, as Next.js builds it. */
export async function buildPaginaVacia(): Promise<Uint8Array[]> {
  await build();
  const html = await readFile(path.join(FOLDER, '.next/server/app/index.html'), 'utf8');
  return Promise.all(scriptsIn(html).map((src) => readFile(path.join(FOLDER, src.replace(/^\/_next/, '.next')))));
}

/** The same as a server, in one process. */
export async function servePaginaVacia(banco: Banco): Promise<{ port: number; pid: number }> {
  await build();
  const port = await findFreePort();
  const env = { ...process.env, NODE_ENV: 'production' as const };
  const child = spawn(process.execPath, [NEXT, 'start', '-p', String(port), '--keepAliveTimeout', '600000'], {
    cwd: FOLDER,
    stdio: 'ignore',
    env,
  });
  banco.onEnd(() => child.kill('SIGKILL'));
  for (let waited = 0; waited < READY_MS; waited += 100) {
    if (await isServed(`http://localhost:${port}${DINAMICA}`)) return { port, pid: child.pid as number };
    await sleep(100);
  }
  throw new Error('the empty page is not served');
}

function isServed(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function build(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(path.join(FOLDER, 'app/dinamica'), { recursive: true });
  for (const [name, content] of Object.entries(FILES)) await writeFile(path.join(FOLDER, name), content);
  await promisify(execFile)(process.execPath, [NEXT, 'build'], { cwd: FOLDER });
}
