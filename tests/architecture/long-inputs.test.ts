import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { isNode, listSources, type Node, nameOf, ROOT, type Source, textOf, walk } from './source.ts';

const LIMIT_MS = 500;
const TIMES = 5;
const LENGTH = 70_000;
/** Of four times the length, what grows with it takes four times as long, and what grows with its square sixteen. */
const GROWTH = 10;
const RUNS = [
  '.',
  ' ',
  '\n',
  'a',
  '1',
  '@',
  'a@',
  '<',
  '(',
  '"',
  '-',
  ',',
  '/',
  '\u0000',
  'é',
  '٣',
  ' .',
  'BI-',
  '=\n',
  '||',
  '+52',
];

interface Reader {
  place: string;
  file: string;
  name: string;
  takes: 'string' | 'Uint8Array';
}

/** Every exported function of domain and formats whose first argument is a text or bytes. */
function listReaders(): Reader[] {
  return listSources(['src/domain', 'src/formats']).flatMap((source) =>
    (source.program.body as Node[]).flatMap((statement) => {
      const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
      if (!isNode(declared) || declared.type !== 'FunctionDeclaration') return [];
      const takes = typeOfFirst(source, declared);
      const name = nameOf(declared.id) ?? '';
      return takes ? [{ place: `${source.path} ${name}`, file: source.path, name, takes }] : [];
    }),
  );
}

function typeOfFirst(source: Source, declared: Node): Reader['takes'] | null {
  const [first] = declared.params as Node[];
  const annotation = first && isNode(first.typeAnnotation) ? textOf(source, first.typeAnnotation) : '';
  const type = annotation.replace(/^:\s*/, '').replace(/ \| null$/, '');
  return type === 'string' || type === 'Uint8Array' ? type : null;
}

it('no reader of a text or of bytes takes half a second by growing faster than what comes', {
  timeout: 240_000,
}, async () => {
  const readers = listReaders();
  expect(readers.length).toBeGreaterThan(60);
  const slow: string[] = [];
  for (const { place, file, name, takes } of readers) {
    const module = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Record<
      string,
      (asked: unknown) => unknown
    >;
    const read = module[name] as (asked: unknown) => unknown;
    const timeOf = (text: string) => fastestOf(read, takes === 'string' ? text : new TextEncoder().encode(text));
    for (const run of RUNS) {
      const text = run.repeat(LENGTH / run.length);
      const ms = timeOf(text);
      if (ms > LIMIT_MS && ms > GROWTH * timeOf(text.slice(0, LENGTH / 4)))
        slow.push(`${place}: ${LENGTH} of ${JSON.stringify(run)} took ${Math.round(ms)} ms`);
    }
  }
  expect(slow).toEqual([]);
});

/** What it costs at best: a machine that does other things too makes a call slow, and never fast. */
function fastestOf(read: (asked: unknown) => unknown, asked: unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TIMES && fastest > LIMIT_MS; time++) {
    const start = performance.now();
    try {
      const told = read(asked);
      if (told !== null && typeof told === 'object' && Symbol.iterator in told)
        for (const _ of told as Iterable<unknown>);
    } catch {
      // What it makes of nonsense is for its own tests.
    }
    fastest = Math.min(fastest, performance.now() - start);
  }
  return fastest;
}

it('whatever the pages and actions take as a text has a length, or is of a shape that has one', () => {
  const SHORT = /slice\(0, \d+\)|\.(max|length|uuid|datetime|enum|literal)\(|regex\(\/\^[^/]*\{\d+(,\d+)?\}\$\/\)/;
  const unmeasured = listSources(['src/app']).flatMap((source) => {
    const found: string[] = [];
    walk(source.program, (node, parent) => {
      if (node.type !== 'CallExpression' || textOf(source, node) !== 'z.string()') return;
      let chain = node;
      walk(source.program, (outer) => {
        const isChain = outer.type === 'CallExpression' && outer.start === node.start && outer.end > chain.end;
        if (isChain) chain = outer;
      });
      if (parent && !SHORT.test(textOf(source, chain))) found.push(`${source.path}: ${textOf(source, chain)}`);
    });
    return found;
  });
  expect(unmeasured).toEqual([]);
});
