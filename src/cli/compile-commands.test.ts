import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { makeTempDir } from '../../tests/support/carpeta-temporal.ts';
import { compileCommands } from './compile-commands.ts';
import { findCompiled } from './compiled.mjs';

const FILES = {
  'package.json': '{ "type": "module", "imports": { "#*": "./src/*" } }',
  'package-lock.json': '{}',
  'src/cli/start.mjs': '',
  'src/cli/start.ts': "import { here } from '#lib/here.ts';\nexport const where: string = here();",
  'src/cli/build-once.ts': 'export {};',
  'src/cli/soporte.ts': 'export {};',
  'src/cli/apart.ts': 'export const apart = 1;',
  'src/lib/here.ts': 'export const here = (): string => import.meta.url;',
};

function makeRoot(): string {
  const root = makeTempDir();
  for (const [name, content] of Object.entries(FILES)) write(root, name, content);
  return root;
}

function write(root: string, name: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
}

it('a command is compiled with all that it imports, each of which goes on being where its source is', async () => {
  const root = makeRoot();
  expect(findCompiled(root, 'start')).toBeNull();
  await compileCommands(root);
  const compiled = findCompiled(root, 'start') ?? '';
  rmSync(path.join(root, 'src/cli'), { recursive: true });
  const { where } = await import(pathToFileURL(compiled).href);
  expect(where).toBe(pathToFileURL(path.join(root, 'src/lib/here.ts')).href);
});

it.each([
  ['a source changed', (root: string) => write(root, 'src/lib/here.ts', 'export const here = () => "";')],
  ['a source is gone', (root: string) => rmSync(path.join(root, 'src/lib/here.ts'))],
  ['a dependency changed', (root: string) => write(root, 'package-lock.json', '{ }')],
])('it is not used where %s, and is where nothing of it did', async (_, change) => {
  const root = makeRoot();
  await compileCommands(root);
  write(root, 'src/cli/apart.ts', 'export const apart = 2;');
  expect(findCompiled(root, 'start')).not.toBeNull();
  change(root);
  expect(findCompiled(root, 'start')).toBeNull();
});
