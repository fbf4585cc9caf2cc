import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '#infra/env/variables.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Its demo is told of, as its address is not this machine's. */
const PROPIOS = { BUZON_MODO: 'demo', NODE_ENV: 'production', NODE_OPTIONS: '' };

export interface ProcesoWorker {
  process: ChildProcess;
  output(): string;
  /** SIGKILL, which reaches it before anything that is written to it afterwards. */
  kill(): void;
  /** SIGTERM, and waits for its end. */
  stop(): Promise<number | null>;
}

/** `npm run worker` as a process of its own, without waiting for anything. Settings from a developer's `.env` do not count. */
export function spawnWorker(env: Record<string, string>): ProcesoWorker {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const child = spawn(process.execPath, ['src/cli/worker.mjs'], {
    cwd: ROOT,
    env: { ...process.env, ...nothing, ...PROPIOS, ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return {
    process: child,
    output: () => output,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      return child.exitCode;
    },
  };
}
