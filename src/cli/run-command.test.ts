import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> };
// «npm test» and «npm start» are npm's own words; «npm run dev» is the latter with an option.
const ORDENES = Object.entries(scripts).filter(([name]) => name !== 'dev');

const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [...script.split(' ').slice(1), ...args], { cwd: ROOT, encoding: 'utf8' });

describe.each(ORDENES)('npm run %s', (name, script) => {
  const ownName = ['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

  it('explains itself', () => {
    const { status, stdout } = run(script, '--help');
    expect(status).toBe(0);
    expect(stdout.startsWith(ownName)).toBe(true);
  });

  it('explains itself where it does not know an option', () => {
    const { status, stderr } = run(script, '--no-existe');
    expect(status).toBe(1);
    expect(stderr).toContain(`No entiendo alguna de esas opciones.\n\n${ownName}`);
  });
});
