import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findFreePort } from '#demo/free-port.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { makeTempDir } from './carpeta-temporal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 600_000;
const STOP_MS = 30_000;
const PASO_MS = 150;

export interface Portal {
  url: string;
  datos: string;
  port: number;
  process: ChildProcess;
  /** What it printed so far. */
  output(): string;
  /** Ctrl-C: resolves to its exit code. */
  interrupt(): Promise<number | null>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the portal as `npm start` does, with data and a port of its own unless `env` says which, and waits until it is
 * ready. Settings from a developer's `.env` do not count. `root` is where the sources of another version are.
 */
export async function startPortal(env: Record<string, string> = {}, root = ROOT): Promise<Portal> {
  const portal = await launchPortal(env, root);
  for (let waited = 0; waited < READY_MS; waited += PASO_MS) {
    if (await isReady(portal.url)) return portal;
    if (portal.process.exitCode !== null) break;
    await sleep(PASO_MS);
  }
  await portal.stop();
  throw new Error(`The portal did not start:\n${portal.output()}`);
}

/** `npm run build`, which takes no time where it is built. */
export async function buildPortal(root = ROOT): Promise<void> {
  const env = { ...process.env, ...noSettings() } as NodeJS.ProcessEnv;
  await promisify(execFile)(process.execPath, ['src/cli/build.mjs'], { cwd: root, env, maxBuffer: 1e8 });
}

/** The same without waiting, for starts that are to fail. */
export async function launchPortal(env: Record<string, string> = {}, root = ROOT): Promise<Portal> {
  const port = Number(env.PORT ?? (await findFreePort()));
  const datos = env.BUZON_DATOS ?? (await makeDatos(env));
  const child = spawn(process.execPath, ['src/cli/start.mjs'], {
    cwd: root,
    env: { ...process.env, ...noSettings(), PORT: String(port), BUZON_DATOS: datos, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await once(child, 'exit');
    clearTimeout(late);
  };
  return {
    url: env.APP_URL ?? `http://localhost:${port}`,
    datos,
    port,
    process: child,
    output: () => output,
    interrupt: async () => end('SIGINT').then(() => child.exitCode),
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(datos, { recursive: true, force: true });
    },
  };
}

/** Certificates are dated by the clock of the first start. PostgreSQL may be of another user, who stays its owner. */
async function makeDatos({ BUZON_DESFASE }: Record<string, string>): Promise<string> {
  const datos = makeTempDir();
  const { BUZON_PRUEBAS_PLANTILLA: plantilla } = process.env;
  if (plantilla && !BUZON_DESFASE) await promisify(execFile)('cp', ['-a', `${plantilla}/.`, datos]);
  return datos;
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/api/salud/listo`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Empty counts as absent, and keeps `.env` from filling it in; but for the one where empty means something. */
function noSettings(): Record<string, string> {
  const names = Object.keys(VARIABLES).filter((name) => name !== 'EFIRMA_OCSP_URL');
  return Object.fromEntries([...names.map((name) => [name, '']), ['NODE_ENV', 'production'], ['NODE_OPTIONS', '']]);
}
