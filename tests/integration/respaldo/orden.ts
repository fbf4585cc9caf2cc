import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '#infra/env/variables.ts';
import { PROGRAMAS } from '../../support/postgres-de-debian.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface Dicho {
  code: number | null;
  said: string;
}

/** Starts `npm run respaldo` or `restaurar` without a developer's settings, with the programs of Debian's PostgreSQL first. */
export function spawnOrden(orden: 'respaldo' | 'restaurar', args: string[], env: Record<string, string>) {
  const nothing = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, '']));
  const PATH = `${PROGRAMAS}:${process.env.PATH}`;
  const child = spawn(process.execPath, [`src/cli/${orden}.mjs`, ...args], {
    cwd: ROOT,
    env: { ...process.env, ...nothing, NODE_OPTIONS: '', PATH, ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  const ended: Promise<Dicho> = once(child, 'close').then(([code]) => ({ code, said }));
  return { child, ended };
}

export function runOrden(...args: Parameters<typeof spawnOrden>): Promise<Dicho> {
  return spawnOrden(...args).ended;
}
