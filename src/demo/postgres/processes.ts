import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const PASO_MS = 50;

interface Proceso {
  pid: number;
  args: string;
}

/** Asks it to stop, tells it to, then kills its processes. Ids in old files are never believed: they may be others'. */
export async function stopProcesos(nombre: string, esperaMs = 20_000): Promise<void> {
  for (const [signal, wait] of [
    ['SIGINT', esperaMs],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const procesos = await listProcesos(nombre);
    const server = procesos.find(({ args }) => !args.startsWith('postgres: '));
    // Without their server they end by themselves; those that have not by then are killed.
    const targets = signal === 'SIGKILL' ? procesos : server ? [server] : [];
    for (const { pid } of targets) kill(pid, signal);
    if (await areGone(nombre, wait)) return;
  }
  throw new Error('El PostgreSQL de un arranque anterior no termina: ciérralo o reinicia la máquina.');
}

async function areGone(nombre: string, waitMs: number): Promise<boolean> {
  for (let waited = 0; waited <= waitMs; waited += PASO_MS) {
    if ((await listProcesos(nombre)).length === 0) return true;
    await sleep(PASO_MS);
  }
  return false;
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** PostgreSQL's that carry `nombre` (cluster_name) in what they are called. */
export async function listProcesos(nombre: string): Promise<Proceso[]> {
  const all = process.platform === 'linux' ? await readProc() : await readPs();
  return all.filter(({ args }) => isPostgres(args) && args.includes(nombre));
}

function isPostgres(args: string): boolean {
  return args.startsWith('postgres: ') || basename(args.split(' ')[0] ?? '') === 'postgres';
}

async function readProc(): Promise<Proceso[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => {
      const raw = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return { pid: Number(pid), args: raw.replaceAll('\0', ' ').trim() };
    }),
  );
}

async function readPs(): Promise<Proceso[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,args='], { maxBuffer: 16 << 20 });
  return stdout.split('\n').map((line) => {
    const [, pid = '0', args = ''] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return { pid: Number(pid), args };
  });
}
