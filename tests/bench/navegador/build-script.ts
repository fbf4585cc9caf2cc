import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** One file with all that it imports, minified as for a browser. */
export async function buildScript(entry: URL): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    logLevel: 'error',
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`nothing was built of ${entry.href}`);
  return script.contents;
}
