import { expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { directivesOf, listSources } from './source.ts';

const sources = listSources(['src', 'prisma']);

/** Which file imports which, `import type` included: who reads the one must know the other. */
const files = new Map(
  sources.map((source) => [source.path, importsOf(source).flatMap(({ file }) => file ?? [])] as const),
);

it('no files import each other in a circle, as types either', () => {
  expect(circlesOf(files)).toEqual([]);
});

it.each(['domain', 'wording', 'formats', 'infra', 'tramites'])(
  'no folders of %s import each other in a circle',
  (room) => {
    const folderOf = (file: string) => (file.startsWith(`src/${room}/`) ? (file.split('/')[2] ?? '') : '');
    const isFolder = (name: string) => name !== '' && !name.endsWith('.ts');
    const folders = new Map<string, string[]>();
    for (const [file, imported] of files) {
      const folder = folderOf(file);
      if (!isFolder(folder)) continue;
      const others = imported.map(folderOf).filter((other) => isFolder(other) && other !== folder);
      folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
    }
    expect(circlesOf(folders)).toEqual([]);
  },
);

/** Each is 15 to 50 kB with gzip. */
const DEL_SERVIDOR = ['libphonenumber-js', 'zod'];

it('no page brings the browser what only the server needs, however far it is imported from', () => {
  const runs = new Map(
    sources.map((source) => [source.path, importsOf(source).filter(({ isType }) => !isType)] as const),
  );
  const reached = sources.flatMap(({ path, program }) => {
    const seen = new Set(directivesOf(program.body).includes('use client') ? [path] : []);
    for (const file of seen) for (const { file: next } of runs.get(file) ?? []) if (next) seen.add(next);
    return [...seen].flatMap((file) =>
      (runs.get(file) ?? [])
        .filter((each) => DEL_SERVIDOR.includes(each.package ?? ''))
        .map(({ place }) => `${path}: ${place}`),
    );
  });
  expect(reached).toEqual([]);
});

/** Every node from which some way leads back to it, with that way. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  return [...graph.keys()].flatMap((start) => {
    const way = findWay(graph, start);
    return way ? [way.join(' → ')] : [];
  });
}

function findWay(graph: ReadonlyMap<string, readonly string[]>, start: string): string[] | null {
  const seen = new Set<string>();
  const ways: string[][] = [[start]];
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of graph.get(way.at(-1) ?? '') ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}
