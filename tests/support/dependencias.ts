import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../architecture/source.ts';

export interface Bloqueado {
  version: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}

/** Every package of the lockfile by its folder. */
export function readBloqueados(): [folder: string, paquete: Bloqueado][] {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Bloqueado>;
  };
  return Object.entries(packages).filter(([folder]) => folder !== '');
}

export const nameOf = (folder: string) => folder.replace(/.*node_modules\//, '');

/** The page deploy/DEPENDENCIAS.md: what a production install has, and who publishes it. */
export function buildDependencias(): string {
  const delivered = readBloqueados().filter(([, { dev }]) => !dev);
  const rows = delivered.flatMap(([folder, { version, license, optional }]) =>
    optional ? [] : [`| \`${nameOf(folder)}\` | ${version} | ${license ?? '—'} | ${repositoryOf(folder)} |`],
  );
  const optional = delivered.flatMap(([folder, paquete]) =>
    paquete.optional ? [`\`${nameOf(folder)}\` ${paquete.version} (${paquete.license ?? '—'})`] : [],
  );
  return `${INICIO}${[...new Set(rows)].join('\n')}\n\n${OPCIONALES}\n\n${wrap(optional)}\n`;
}

const INICIO = `# De qué está hecho lo que se instala

Lo que trae \`npm ci --omit=dev\`, con su versión, su licencia y el repositorio de quien lo publica, según \`package-lock.json\` y lo que
cada paquete dice de sí. Todo viene del registro público de npm, por su SHA-512; nada corre al instalarse (\`.npmrc\`). Por qué está cada
dependencia propia: [\`src/infra/README.md\`](../src/infra/README.md). En cada versión construida, lo mismo en CycloneDX: \`sbom.cdx.json\`.

\`npx tsx tests/support/escribir-dependencias.ts\` la escribe de nuevo; una prueba exige que coincida.

| Paquete | Versión | Licencia | Repositorio |
|---|---|---|---|
`;

const OPCIONALES = 'De cada plataforma, y sólo donde hacen falta; de los mismos repositorios que quien los pide:';

interface Manifest {
  repository?: string | { url?: string };
  homepage?: string;
}

/** Whoever may publish under that scope; without one nobody knows. */
const SIN_REPOSITORIO = (folder: string) => /@[^/]+/.exec(folder)?.[0] ?? '—';

function repositoryOf(folder: string): string {
  const file = path.join(ROOT, folder, 'package.json');
  const { repository, homepage = SIN_REPOSITORIO(folder) } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest)
    : {};
  const url = (typeof repository === 'string' ? repository : repository?.url) ?? homepage;
  return url
    .replace(/^git\+|\.git$/g, '')
    .replace(/^git:\/\/|^ssh:\/\/git@|^http:\/\//, 'https://')
    .replace(/^git@github\.com:/, 'https://github.com/')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/^https:\/\//, '');
}

function wrap(items: readonly string[]): string {
  const lines = [''];
  for (const item of items) {
    const last = lines.at(-1) ?? '';
    if (last.length + item.length > 130) lines.push(item);
    else lines[lines.length - 1] = last ? `${last}, ${item}` : item;
  }
  return lines.join(',\n');
}
