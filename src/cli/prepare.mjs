// Runs before anything is installed, hence plain JavaScript and Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseEnv } from 'node:util';
import { findCompiled } from './compiled.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Checks Node, installs the dependencies and generates the database client, each only when it is needed. In produccion nothing is installed, and only `npm run build` generates: whoever lacks it is told.
 */
export async function prepare({ isBuild = false }) {
  checkNode();
  process.chdir(ROOT);
  const isFixed = isProduccion();
  if (!isInstalled()) {
    if (isFixed) stop('Faltan dependencias de esta versión: corre «npm ci» y después «npm run build».');
    run('Instalo las dependencias (npm ci)…', npm('ci', '--include=dev', '--no-audit', '--no-fund'));
  }
  if (isClientCurrent()) return;
  if (isFixed && !isBuild)
    stop('Esta versión no está construida, o este usuario no puede leerla: corre «npm run build» y vuelve a arrancar.');
  await generateClient();
}

/** Before any setting is read, hence as they are: the environment first, then `.env`. */
function isProduccion() {
  const dotEnv = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
  return (process.env.BUZON_MODO ?? dotEnv.BUZON_MODO)?.trim() === 'produccion';
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

const CLIENT = 'src/generated/prisma/client.ts';
const STAMP = 'src/generated/.huella';

function isClientCurrent() {
  return existsSync(CLIENT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === clientStamp();
}

function clientStamp() {
  const prisma = readFileSync('node_modules/prisma/package.json', 'utf8');
  return createHash('sha256').update(readFileSync('prisma/schema.prisma')).update(prisma).digest('hex');
}

/** A command's module, compiled or as it is written. */
export async function load(modulo) {
  const compiled = findCompiled(ROOT, modulo);
  if (compiled) return import(pathToFileURL(compiled).href);
  await allowTypeScript();
  return import(`./${modulo}.ts`);
}

export async function allowTypeScript() {
  const { register } = await import('tsx/esm/api');
  register();
}

/** By one of several processes that start at once. */
async function generateClient() {
  await allowTypeScript();
  const { waitForLock } = await import('./wait-for-lock.ts');
  const lock = await waitForLock('src/generated', () => console.log('Otro proceso prepara esta carpeta; espero…'));
  if (!isClientCurrent()) {
    const cli = path.join(ROOT, 'node_modules/prisma/build/index.js');
    const title = 'Genero el cliente de la base de datos…';
    run(title, [process.execPath, cli, 'generate', '--config', 'prisma/config.ts'], true);
    writeFileSync(STAMP, clientStamp());
  }
  await lock();
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
