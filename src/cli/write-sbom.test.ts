import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeTempDir } from '../../tests/support/carpeta-temporal.ts';
import { writeSbom } from './build-once.ts';

interface Sbom {
  bomFormat: string;
  components: { name: string; version: string; purl: string; hashes?: unknown[] }[];
}

it('names all that a production install has, by its hash, and nothing of development', {
  timeout: 60_000,
}, async () => {
  // Nothing is installed there: less than in production.
  const dir = makeTempDir();
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(file, path.join(dir, file));
  const { bomFormat, components } = JSON.parse(readFileSync(path.join(dir, await writeSbom(dir, '.')), 'utf8')) as Sbom;
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; version: string }>;
  };
  expect(bomFormat).toBe('CycloneDX');
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  const wanted = Object.entries(packages).filter(([folder, { dev }]) => folder && !dev);
  const missing = wanted.filter(([folder, { version }]) => {
    const name = folder.replace(/.*node_modules\//, '');
    return ![...named].some((each) => each === `${name}@${version}`);
  });
  expect(missing.map(([folder]) => folder)).toEqual([]);
  expect(named.size).toBeLessThanOrEqual(wanted.length);
  expect(components.filter(({ purl, hashes }) => !purl.startsWith('pkg:npm/') || !hashes?.length)).toEqual([]);
  expect([...named].some((name) => name.startsWith('vitest@'))).toBe(false);
});
