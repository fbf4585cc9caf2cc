import { expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { listFiles, parseFile } from './source.ts';

const ENTRANCE = 'tests/bench/bench.mjs';
const own = (file: string) => file.startsWith('tests/bench/');
const files = listFiles('tests/bench').filter((file) => !file.endsWith('.test.ts'));

it('every file of the bench is run by its command', () => {
  const reached = new Set<string>();
  const left = [ENTRANCE];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    left.push(...neighboursOf(file));
  }
  expect(files.filter((file) => !file.endsWith('.md') && !reached.has(file))).toEqual([]);
});

it('every measure is in the list, under the name of its file', () => {
  const imported = importsOf(parseFile('tests/bench/medidas.ts')).flatMap(({ file }) => file ?? []);
  const measures = files.filter((file) => file.startsWith('tests/bench/medidas/') && isMeasure(file));
  expect(imported.filter((file) => file.startsWith('tests/bench/medidas/')).sort()).toEqual(measures);
  for (const file of measures) expect(parseFile(file).text).toContain(`name: '${/([^/]+)\.ts$/.exec(file)?.[1]}'`);
});

/** What it imports, and the modules that it hands to a bundler or to another process by their address. */
function neighboursOf(file: string): string[] {
  const source = parseFile(file);
  const imported = importsOf(source).flatMap((from) => from.file ?? []);
  const named = files.filter((other) => source.text.includes(`/${other.split('/').at(-1)}'`));
  return [...imported, ...named].filter(own);
}

function isMeasure(file: string): boolean {
  return /: Medida = \{/.test(parseFile(file).text);
}
