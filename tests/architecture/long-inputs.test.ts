import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { cpuMs } from './cpu.ts';
import { isNode, listSources, type Node, nameOf, ROOT, type Source, textOf, walk } from './source.ts';

const LIMIT_MS = 50;
/** How often each length is read, by turns, where it takes longer than the limit; no turn begins after so much time. */
const TIMES = 5;
const ENOUGH_MS = 1_500;
const LENGTH = 70_000;
/** For those that judge nothing longer, with what they may take. */
const SHORT = { length: 1_996, limitMs: 10 };
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
  '/.',
  './',
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

type Read = (asked: unknown) => unknown;

it('no reader of a text or of bytes grows faster than what comes', async () => {
  const readers = listReaders();
  expect(readers.length).toBeGreaterThan(60);
  const slow: string[] = [];
  for (const { place, file, name, takes } of readers) {
    const module = (await import(pathToFileURL(path.join(ROOT, file)).href)) as Record<string, Read>;
    for (const run of RUNS)
      for (const { length, limitMs } of [{ length: LENGTH, limitMs: LIMIT_MS }, SHORT]) {
        const ms = judge(module[name] as Read, takes, run, length, limitMs);
        if (ms) slow.push(`${place}: ${length} of ${JSON.stringify(run)} took ${ms} ms`);
      }
  }
  expect(slow).toEqual([]);
});

it('finds one that does, and none that is only slow', () => {
  const squared: Read = (asked) => {
    const bytes = asked as Uint8Array;
    let sum = 0;
    for (let one = 0; one < bytes.length; one += 7)
      for (let other = 0; other < bytes.length; other += 5) sum ^= (bytes[one] as number) + other;
    return sum;
  };
  const slow: Read = (bytes) => {
    let sum = 0;
    for (let time = 0; time < 3_000; time++) for (const byte of bytes as Uint8Array) sum ^= byte + time;
    return sum;
  };
  expect(judge(squared, 'Uint8Array', 'a')).toBeGreaterThan(LIMIT_MS);
  expect(timeOf(slow, new Uint8Array(LENGTH))).toBeGreaterThan(LIMIT_MS);
  expect(judge(slow, 'Uint8Array', 'a')).toBe(0);
});

/** How long it takes where that is long and grows faster than the text; else 0. */
function judge(read: Read, takes: Reader['takes'], run: string, most = LENGTH, limitMs = LIMIT_MS): number {
  const toAsked = (length: number) => {
    const text = run.repeat(length / run.length);
    return takes === 'string' ? text : new TextEncoder().encode(text);
  };
  const [long, short] = [toAsked(most), toAsked(most / 4)];
  let longMs = timeOf(read, long);
  let shortMs = Number.POSITIVE_INFINITY;
  // By turns: what a busy machine adds to the one it adds to the other, and never to every reading.
  const start = cpuMs();
  for (let time = 0; time < TIMES && longMs > limitMs && cpuMs() - start < ENOUGH_MS; time++) {
    shortMs = Math.min(shortMs, timeOf(read, short));
    longMs = Math.min(longMs, timeOf(read, long));
  }
  return longMs > limitMs && longMs > GROWTH * shortMs ? Math.round(longMs) : 0;
}

/** Of the processor, in this process. */
function timeOf(read: Read, asked: unknown): number {
  const start = cpuMs();
  try {
    const told = read(asked);
    if (told !== null && typeof told === 'object' && Symbol.iterator in told)
      for (const _ of told as Iterable<unknown>);
  } catch {
    // What it makes of nonsense is for its own tests.
  }
  return cpuMs() - start;
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
