import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allFunctions, namesOf } from './functions.ts';
import { isNode, isTest, listFiles, listSources, type Node, nameOf, ROOT, readText, type Source } from './source.ts';

const MAX_LINES_OF_FILE = 250;
const MAX_LINES_OF_FUNCTION = 60;

const files = listFiles('src', 'prisma');
const code = files.filter((file) => /\.(ts|tsx|mjs|css)$/.test(file));
const sources = listSources(['src', 'prisma']);
const PAGES = listFiles('deploy', 'prisma', 'src', 'tests')
  .filter((file) => file.endsWith('.md'))
  .concat('README.md', 'CONTRIBUTING.md');

describe('sizes', () => {
  it(`no file is over ${MAX_LINES_OF_FILE} lines`, () => {
    const long = [...code, ...listFiles('tests')].filter((file) => lineCount(file) > MAX_LINES_OF_FILE);
    expect(long.map((file) => `${file} ${lineCount(file)}`)).toEqual([]);
  });

  it(`no function is over ${MAX_LINES_OF_FUNCTION} lines`, () => {
    const long = sources.flatMap(allFunctions).filter(({ lines }) => lines > MAX_LINES_OF_FUNCTION);
    expect(long.map(({ place, name, lines }) => `${place} ${name} ${lines}`)).toEqual([]);
  });

  it('the median file has 60 lines or less, and nine in ten have 150 or less', () => {
    const sizes = sources.map(({ path }) => lineCount(path)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60);
    expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(150);
  });
});

describe('names', () => {
  const EMPTY_NAMES = /^(utils?|helpers?|common|misc|services?|managers?|types?|index|shared|lib|stuff)$/;

  it('none says nothing', () => {
    const faults = [...files, ...listFiles('tests')].filter((file) =>
      file.split('/').some((part) => EMPTY_NAMES.test(part.replace(/\..*$/, ''))),
    );
    expect(faults).toEqual([]);
  });

  it('are in kebab-case, without accents', () => {
    // Next's own: (group), [param], [...all], _private, and a page whose address has a dot.
    const isNext = /^(\([a-z-]+\)|\[(\.\.\.)?[a-z]+\]|_[a-z]+|[a-z]+\.json)$/;
    const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(worker|module))?(\.test)?(\.d)?(\.[a-z0-9]+)?$/;
    const isMigration = /^\d{14}_[a-z0-9_]+$|^migration_lock\.toml$/;
    const isPage = /^(README|ACUSES|AMENAZAS|ASVS|DECISIONES|ESCALA|EVIDENCIA|SEGURIDAD)\.md$/;
    const parts = new Set(files.flatMap((file) => file.split('/')));
    expect(
      [...parts].filter((part) => ![isNext, isKebab, isMigration, isPage].some((form) => form.test(part))),
    ).toEqual([]);
  });

  it('a test lies beside what it tests', () => {
    const tests = files.filter((file) => /\.test\.tsx?$/.test(file));
    // By its name, or as one of the behaviours of a file beside it.
    const alone = tests.filter(
      (file) =>
        !files.some((other) => !isTest(other) && other.startsWith(file.split('.test.')[0] ?? '')) &&
        !/ from '\.\/[\w-]+\.tsx?'/.test(readText(file)),
    );
    // They specify a folder as a whole: with the SAT's own files, and what its documents give to whoever copies them.
    expect(alone.filter((file) => !/\/(sat-de-prueba|copiar-texto|mismos-bytes|qr)\.test\.ts$/.test(file))).toEqual([]);
  });
});

describe('a file named by a verb', () => {
  const VERBS =
    'add answer append apply attempt build cancel check close complete compose consult consume count create decrypt describe download emit ensure file find grant insert issue judge list load lock make migrate move open parse post prepare read record register render reply run seed send settle sign spawn start stop store take tell unwrap update use validate verify write'.split(
      ' ',
    );
  const SENTENCES = sources.filter(({ path: file }) => {
    const [verb = '', ...rest] = path.basename(file).split('.')[0]?.split('-') ?? [];
    return VERBS.includes(verb) && rest.length > 0 && rest[0] !== 'to' && /\.ts$/.test(file);
  });

  it('is there', () => {
    expect(SENTENCES.length).toBeGreaterThan(50);
  });

  it('exports the function of that name first', () => {
    const faults = SENTENCES.filter((source) => exportedNames(source)[0] !== camelCase(source.path));
    expect(faults.map((source) => `${source.path} exports ${exportedNames(source).join(', ')}`)).toEqual([]);
  });
});

it('nothing re-exports a folder', () => {
  const barrels = sources.filter(({ program }) =>
    (program.body as Node[]).some(({ type }) => type === 'ExportAllDeclaration'),
  );
  expect(barrels.map(({ path: file }) => file)).toEqual([]);
});

/** Exported values in the order of the file; types are read before them and do not count. */
function exportedNames({ program }: Source): string[] {
  return (program.body as Node[]).flatMap(({ type, declaration }) => {
    if (!/^Export(Named|Default)Declaration$/.test(type) || !isNode(declaration) || /^TS/.test(declaration.type))
      return [];
    return type === 'ExportDefaultDeclaration' ? [nameOf(declaration.id) ?? 'default'] : namesOf(declaration);
  });
}

function camelCase(file: string): string {
  const name = path.basename(file).split('.')[0] ?? '';
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function lineCount(file: string): number {
  return /\.(ts|tsx|mjs|css)$/.test(file) ? readText(file).trimEnd().split('\n').length : 0;
}

it('every file of src is code, style, a picture of a component, or a page that explains a folder or what threatens it', () => {
  expect(
    files.filter(
      (file) =>
        !/\.(ts|tsx|mjs|d\.mts|css|svg|prisma|sql|toml)$|\/README\.md$|^src\/(ACUSES|AMENAZAS|ASVS|DECISIONES|ESCALA|EVIDENCIA|SEGURIDAD)\.md$/.test(
          file,
        ) && !isTest(file),
    ),
  ).toEqual([]);
});

it('what a page or a comment says of a file is there', () => {
  const rooms = readdirSync(path.join(ROOT, 'src')).join('|');
  const named = new RegExp(
    `(?<![\\w#@/.-])(?:src|tests|prisma|deploy|${rooms})/[\\w./()\\[\\]-]+?\\.(?:tsx?|mjs|css|md)\\b`,
    'g',
  );
  const missing = ['.', ...listFiles('src', 'tests', 'prisma', 'deploy')]
    .flatMap((file) => (file === '.' ? ['README.md', 'CONTRIBUTING.md', 'next.config.js', '.env.example'] : [file]))
    .filter((file) => /\.(tsx?|mjs|js|md|example)$/.test(file) && !/\.test\.ts$/.test(file))
    .flatMap((file) =>
      [...readText(file).matchAll(named)]
        .filter(
          ([name]) =>
            ![name, `src/${name}`, `${path.dirname(file)}/${name}`].some((at) => existsSync(path.join(ROOT, at))),
        )
        .map(([name]) => `${file}: ${name}`),
    );
  expect(missing).toEqual([]);
});

it('what a page says to be at a line begins there', () => {
  const links = PAGES.flatMap((page) =>
    [...readText(page).matchAll(/\[`(\w+)`\]\(([^)#]+)#L(\d+)\)/g)].map(([, name = '', file = '', line]) => ({
      page,
      name,
      file: path.join(path.dirname(page), decodeURI(file)),
      line: Number(line),
    })),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const { page, name, file, line } of links)
    expect(readText(file).split('\n')[line - 1], `${page}: ${name}`).toMatch(new RegExp(`export .*\\b${name}\\b`));
});

it('a page that somebody reads from end to end is shorter than three screens', () => {
  // Two lists and the drawings of the tables, each made or held by a test, where one looks something up.
  const lists = ['src/ASVS.md', 'deploy/DEPENDENCIAS.md', 'prisma/README.md'];
  const long = PAGES.filter((page) => !lists.includes(page) && readText(page).split('\n').length > 140);
  expect(long).toEqual([]);
});
