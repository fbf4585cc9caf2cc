import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseStartSettings } from '#infra/env/settings.ts';
import { VARIABLES } from '#infra/env/variables.ts';
import { listFiles, readText } from './source.ts';

const names = Object.keys(VARIABLES).sort();

describe('.env.example', () => {
  const lines = () => readText('.env.example').split('\n');

  it('names every setting once, and no other', () => {
    const named = lines().flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
    expect(named.sort()).toEqual(names);
  });

  it('explains each in a comment above it', () => {
    const bare = lines().filter((line, index, all) => /^[A-Z][A-Z0-9_]+=/.test(line) && !/^#/.test(above(all, index)));
    expect(bare).toEqual([]);
  });

  it('works as copied', () => {
    const env = parseEnv(readText('.env.example')) as Record<string, string>;
    expect(parseStartSettings(env)).toMatchObject({ ok: true, value: { modo: 'demo' } });
  });

  /** The nearest line above that is not a setting of the same group. */
  function above(all: string[], index: number): string {
    const before = all.slice(0, index).reverse();
    return before.find((line) => !/^[A-Z]/.test(line)) ?? '';
  }
});

const PAGES = ['README.md', 'CONTRIBUTING.md'].concat(
  listFiles('deploy', 'prisma', 'src', 'tests').filter((file) => file.endsWith('.md')),
);

describe('what is explained', () => {
  const readme = readText('README.md');

  it('has every setting in its table, and no other', () => {
    const rows = readText('deploy/README.md')
      .split('\n')
      .filter((line) => /^\| `[A-Z]/.test(line));
    const named = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name),
    );
    expect(named.sort()).toEqual(names);
  });

  it('names the commands of package.json, and no other', () => {
    const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/`npm (?:run )?(start|test|[a-z]+(?::[a-z]+)?)(?: [^`]*)?`/g)].map(
      ([, name]) => name,
    );
    const foreign = new Set(['ci', 'install']);
    expect([...new Set(named)].filter((name) => !foreign.has(name ?? '')).sort()).toEqual(Object.keys(scripts).sort());
  });

  it.each(PAGES)('%s links only to what is there', (page) => {
    const links = [...readText(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file]) => file ?? '');
    const missing = links.filter((file) => !exists(path.posix.join(path.posix.dirname(page), decodeURI(file))));
    expect(missing).toEqual([]);
  });

  it('takes a newcomer no more than 120 lines to know what it is', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(120);
  });

  it('says that this is not an official service', () => {
    expect(readme).toMatch(/no es un servicio oficial/i);
  });
});

function exists(file: string): boolean {
  try {
    return readText(file) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EISDIR';
  }
}
