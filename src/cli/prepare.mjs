// Runs before anything is installed, hence plain JavaScript and Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Checks Node, installs the dependencies and generates the database client, each only when it is needed. */
export function prepare() {
  checkNode();
  process.chdir(ROOT);
  if (!isInstalled()) run('Instalo las dependencias (npm ci)…', npm('ci', '--include=dev', '--no-audit', '--no-fund'));
  generateClient();
}

export async function registerTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Hace falta Node 20.19 o posterior, y este es ${process.versions.node}: instálalo de https://nodejs.org.`);
}

/** Against npm's own record, which an install that was cut short never writes; in production only what it needs. */
function isInstalled() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const { '': _root, ...wanted } = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const isForDev = Object.values(installed).some(({ dev }) => dev);
  return Object.entries(wanted).every(([name, { version, optional, dev }]) =>
    // An optional package is for some platform, perhaps not this one.
    installed[name] ? installed[name].version === version : optional === true || (dev === true && !isForDev),
  );
}

function generateClient() {
  const stamp = 'src/generated/.huella';
  const prisma = readFileSync('node_modules/prisma/package.json', 'utf8');
  const wanted = createHash('sha256').update(readFileSync('prisma/schema.prisma')).update(prisma).digest('hex');
  const isCurrent =
    existsSync('src/generated/prisma/client.ts') && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (isCurrent) return;
  const cli = path.join(ROOT, 'node_modules/prisma/build/index.js');
  run(
    'Genero el cliente de la base de datos…',
    [process.execPath, cli, 'generate', '--config', 'prisma/config.ts'],
    true,
  );
  writeFileSync(stamp, wanted);
}

function npm(...args) {
  // npm tells its scripts where it is; a person may also run this file without npm.
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
}

function run(title, [command, ...args], isQuiet = false) {
  console.log(title);
  const { status, stdout, stderr, error } = spawnSync(command, args, { stdio: isQuiet ? 'pipe' : 'inherit' });
  if (status === 0) return;
  if (isQuiet) console.error(String(stdout ?? ''), String(stderr ?? ''));
  stop(`No se pudo: ${[command, ...args].join(' ')}${error ? ` (${error.message})` : ''}`);
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
