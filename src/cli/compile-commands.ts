import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { COMPILADOS, findCompiled, hashSources, VIGENTE } from './compiled.mjs';

/** Those that run may still read parts of theirs. */
const GUARDADOS = 3;

/** Sees that the commands are compiled from the sources as they are. Only for who holds the lock of builds. */
export async function compileCommands(root: string): Promise<void> {
  if (findCompiled(root, 'start')) return;
  const carpeta = Date.now().toString(36);
  const outdir = path.join(root, COMPILADOS, carpeta);
  await mkdir(outdir, { recursive: true });
  const { metafile } = await build({
    entryPoints: listCommands(root),
    outdir,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    target: 'node20',
    jsx: 'automatic',
    packages: 'external',
    logLevel: 'error',
    plugins: [keepUrls(outdir)],
  });
  const fuentes = ['package.json', 'package-lock.json', ...Object.keys(metafile.inputs).sort()];
  const newest = path.join(root, COMPILADOS, VIGENTE);
  await writeFile(`${newest}.nuevo`, JSON.stringify({ carpeta, huella: hashSources(root, fuentes), fuentes }));
  await rename(`${newest}.nuevo`, newest);
  await removeOld(path.join(root, COMPILADOS));
}

function listCommands(root: string): string[] {
  const names = readdirSync(path.join(root, 'src/cli'));
  const modulos = names.filter((name) => names.includes(name.replace(/\.ts$/, '.mjs')) && name.endsWith('.ts'));
  return [...modulos, 'build-once.ts', 'soporte.ts'].map((name) => `src/cli/${name}`);
}

/** A module goes on being where its source is: what it looks for beside itself is there. */
function keepUrls(outdir: string): Plugin {
  return {
    name: 'keep-urls',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => {
        const url = `new URL(${JSON.stringify(path.relative(outdir, file))}, import.meta.url).href`;
        const source = await readFile(file, 'utf8');
        return {
          contents: source.replaceAll('import.meta.url', url),
          loader: file.endsWith('x') ? 'tsx' : 'ts',
        };
      }),
  };
}

async function removeOld(folder: string): Promise<void> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const dated = await Promise.all(
    names.map(async ({ name }) => ({ name, at: (await stat(path.join(folder, name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(GUARDADOS))
    await rm(path.join(folder, name), { recursive: true, force: true });
}
