import { describe, expect, it } from 'vitest';
import { buildDependencias, nameOf, readBloqueados } from '../support/dependencias.ts';
import { readText } from './source.ts';

const bloqueados = readBloqueados();
const delivered = bloqueados.filter(([, { dev }]) => !dev);

/** Versions that are not finished, in what is delivered, and why they may be there. */
const SIN_TERMINAR: Record<string, string> = {
  '@prisma/engines-version': 'names the engines that this portal never downloads; its version is theirs',
  '@visx/curve': 'of the studio of Prisma’s command, which is never started',
  '@visx/event': 'the same',
  '@visx/grid': 'the same',
  '@visx/group': 'the same',
  '@visx/point': 'the same',
  '@visx/responsive': 'the same',
  '@visx/scale': 'the same',
  '@visx/shape': 'the same',
  '@visx/vendor': 'the same',
  'graphile-config': 'graphile-worker 0.16 asks for it; it has never had another',
};

/** Packages that would run something when they are installed, and why it is not missed. */
const CON_GUION: Record<string, string> = {
  '@prisma/engines': 'downloads engines that the client does not use',
  esbuild: 'makes its command a little faster',
  prisma: 'says that Node is too old, which src/cli/prepare.mjs does',
};

describe('what is installed', () => {
  it('comes from the registry alone, and is known by its hash', () => {
    const strange = bloqueados.filter(
      ([, { integrity, resolved, link, inBundle }]) =>
        !/^sha512-[\w+/=]{88}$/.test(integrity ?? '') || resolved !== undefined || link || inBundle,
    );
    expect(strange.map(([folder]) => folder)).toEqual([]);
  });

  it('runs nothing by itself', () => {
    expect(readText('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    const names = delivered.filter(([, { hasInstallScript }]) => hasInstallScript).map(([folder]) => nameOf(folder));
    expect(names.sort()).toEqual(Object.keys(CON_GUION).sort());
    expect(readText('deploy/Dockerfile')).toMatch(/COPY package\.json package-lock\.json \.npmrc/);
  });

  it('is finished where it is delivered, but for what is told here', () => {
    const names = delivered.filter(([, { version }]) => version.includes('-')).map(([folder]) => nameOf(folder));
    expect(names.sort()).toEqual(Object.keys(SIN_TERMINAR).sort());
  });

  it('is listed in deploy/DEPENDENCIAS.md with its licence and who publishes it', () => {
    expect(readText('deploy/DEPENDENCIAS.md')).toBe(buildDependencias());
    const rows = [...readText('deploy/DEPENDENCIAS.md').matchAll(/^\| `([^`]+)` \| \S+ \| [^|]+ \| ([^|]+) \|$/gm)];
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(([, , repository]) => !/\/|^@/.test(repository ?? '')).map(([, name]) => name)).toEqual([]);
  });
});
