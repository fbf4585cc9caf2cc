import { describe, expect, it } from 'vitest';
import { directivesOf, findNodes, isMember, listFiles, listSources, nameOf, parseFile, readText } from './source.ts';

const sources = listSources(['src']);

describe('each thing in its place', () => {
  it("'use client' is in ui, and in the two files where Next wants it", () => {
    const demandedByNext = ['src/app/error.tsx', 'src/app/global-error.tsx'];
    expect(filesThatSay('use client').filter((path) => !path.startsWith('src/ui/'))).toEqual(demandedByNext);
  });

  it("'use server' is in app", () => {
    expect(filesThatSay('use server').filter((path) => !path.startsWith('src/app/'))).toEqual([]);
  });

  it('transactions are opened in tramites', () => {
    const opens = (node: { type: string; [field: string]: unknown }) =>
      node.type === 'CallExpression' && nameOf((node.callee as typeof node).property) === '$transaction';
    expect(placesOf(opens).filter((place) => !place.startsWith('src/tramites/'))).toEqual([]);
  });

  it('the web asks the database for nothing by itself: a trámite does', () => {
    const asks = /\$(queryRaw|executeRaw)|\bdb\.\w+\.(find|count|create|update|delete|upsert|aggregate|groupBy)/;
    const web = sources.filter(({ path }) => /^src\/(app|server|ui)\//.test(path));
    expect(web.filter(({ text }) => asks.test(text)).map(({ path }) => path)).toEqual([]);
    expect(sources.filter(({ text }) => asks.test(text)).length).toBeGreaterThan(40);
  });

  it('whoever may wait for a row is somebody, so that they keep nobody else waiting: `contexto()` of nobody only reads', () => {
    const reads = /^(find(?!Sesion)|list|prove|verify|is|signCabeza)/;
    const web = sources.filter(({ path }) => path.startsWith('src/app/'));
    const called = web.flatMap(({ path, text }) =>
      [...text.matchAll(/\b(\w+)\(contexto\(\)/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter(({ name }) => !reads.test(name))).toEqual([]);
  });

  it('connections to the database are made in infra/db, which states what they rely on', () => {
    const code = listSources(['src', 'tests', 'prisma'], { tests: true });
    const makers = code.flatMap((source) =>
      findNodes(source, ({ type, callee }) => {
        const made = callee as { type: string; property?: unknown } | undefined;
        const name = nameOf(made?.type === 'MemberExpression' ? made.property : made);
        return type === 'NewExpression' && ['Client', 'Pool', 'PrismaPg', 'PrismaClient'].includes(name ?? '');
      }).map(() => source.path),
    );
    // The last is given a pool of the first's.
    expect([...new Set(makers)].sort()).toEqual(['src/infra/db/connection.ts', 'src/infra/db/db.ts']);
  });

  it('the console belongs to the commands and to what they start in demo', () => {
    const writes = (node: { type: string; [field: string]: unknown }) =>
      node.type === 'MemberExpression' && nameOf(node.object) === 'console';
    expect(placesOf(writes).filter((place) => !/^src\/(cli|demo)\//.test(place))).toEqual([]);
  });
});

describe('process.env', () => {
  /** What is read before the settings exist, and only this variable of it. */
  const EXCEPTIONS = [
    // Plain JavaScript, which runs before the dependencies that infra/env needs are installed.
    'src/cli/prepare.mjs BUZON_MODO',
    'src/cli/prepare.mjs npm_execpath',
    'src/instrumentation.ts NEXT_RUNTIME', // Next's own way to tell its runtimes apart
    'src/proxy.ts NODE_ENV', // replaced by a constant when Next builds
  ];

  it('is read in infra/env', () => {
    const readers = sources
      .filter(({ path }) => !path.startsWith('src/infra/env/'))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/process\.env\b(?:\.(\w+))?/g)].map(([, name]) => `${path} ${name ?? 'as a whole'}`),
      );
    expect([...new Set(readers)]).toEqual(EXCEPTIONS);
  });

  it('is not reached by another way', () => {
    const aliases = (node: { type: string; [field: string]: unknown }) =>
      (node.type === 'ImportDeclaration' && /^(node:)?process$/.test(nameOf(node.source) ?? '')) ||
      (node.type === 'VariableDeclarator' && nameOf(node.init) === 'process') ||
      isMember(node as never, 'import.meta', 'env');
    expect(placesOf(aliases)).toEqual([]);
  });
});

describe('nothing is left for later', () => {
  const everything = listFiles('src', 'tests', 'prisma', '.ci').filter((path) =>
    /\.(ts|tsx|mjs|css|prisma|sql)$/.test(path),
  );

  it('no note says that work is missing', () => {
    const note = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
    expect(everything.filter((path) => note.test(readText(path)))).toEqual([]);
  });

  it('no type is given up: neither any nor an ignored error', () => {
    const code = listSources(['src', 'tests', 'prisma'], { tests: true }).filter(({ path }) => !path.endsWith('.mjs'));
    const anys = code.flatMap((source) => findNodes(source, ({ type }) => type === 'TSAnyKeyword'));
    const ignored = code.filter(({ text }) => new RegExp(`@ts-(ignore|nocheck|expect${'-'}error)`).test(text));
    expect(anys).toEqual([]);
    expect(ignored.map(({ path }) => path)).toEqual([]);
  });
});

function filesThatSay(directive: string): string[] {
  return sources.filter(({ path }) => saysAnywhere(path, directive)).map(({ path }) => path);
}

function saysAnywhere(path: string, directive: string): boolean {
  const isHere = findNodes(parseFile(path), ({ body }) => directivesOf(body).includes(directive));
  return isHere.length > 0;
}

function placesOf(isFault: Parameters<typeof findNodes>[1]): string[] {
  return sources.flatMap((source) => findNodes(source, isFault));
}
