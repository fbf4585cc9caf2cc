import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runClosers } from '#infra/env/closers.ts';
import { buildOnce } from './build-once.ts';
import { announceServicio, requireRelease } from './release.ts';

/** A Next that counts its builds, tells which sources it saw, and names its folder where the real one does. */
const NEXT = `
const fs = require('node:fs');
const folder = process.env.BUZON_CONSTRUIDO;
const pagina = fs.readFileSync('src/pagina.ts', 'utf8');
fs.writeFileSync('next-env.d.ts', folder);
if (pagina === 'mala') { console.error('Syntax error'); process.exit(1); }
setTimeout(() => {
  fs.appendFileSync('construcciones', 'x');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(folder + '/pagina', pagina);
  if (pagina === 'cambiante') fs.writeFileSync('src/pagina.ts', 'otra');
}, 300);`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'buzon-construir-'));
  mkdirSync(path.join(root, 'src/cli'), { recursive: true });
  for (const file of ['src/cli/build-once.ts', 'src/cli/soporte.ts', 'package.json', 'package-lock.json'])
    writeFileSync(path.join(root, file), '{}');
  mkdirSync(path.join(root, 'node_modules/next/dist/bin'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/next/dist/bin/next'), NEXT);
  writeFileSync(path.join(root, 'next-env.d.ts'), 'de tipos');
  change('uno');
});
afterEach(async () => {
  await runClosers();
  rmSync(root, { recursive: true });
});

function change(text: string): void {
  writeFileSync(path.join(root, 'src/pagina.ts'), text);
}

async function build(text: string): Promise<string> {
  change(text);
  return path.join(root, await buildOnce(root, () => undefined));
}

const builds = () => readFileSync(path.join(root, 'construcciones'), 'utf8').length;
const releases = () => readdirSync(path.join(root, '.next/versiones'));

describe('the build of the portal', () => {
  it('is made by one of two processes at once, and the other says that it waits and uses it', async () => {
    const said: string[] = [];
    const [una, otra] = await Promise.all([1, 2].map(() => buildOnce(root, (line) => said.push(line))));
    expect(una).toBe(otra);
    expect(said.sort()).toEqual([
      'Construyo el portal; sólo hace falta cuando algo cambió…',
      'Otro proceso construye el portal en esta carpeta; espero a que termine…',
    ]);
    expect(builds()).toBe(1);
  });

  it('can be read by whoever serves it, who is not who built it', async () => {
    await announceServicio(await build('uno'));
    const folders = readdirSync(path.join(root, '.next'), { withFileTypes: true, recursive: true }).filter((each) =>
      each.isDirectory(),
    );
    const closed = folders
      .map((each) => path.join(each.parentPath, each.name))
      .filter((each) => (statSync(each).mode & 0o055) !== 0o055);
    expect(closed).toEqual([]);
    expect(statSync(path.join(root, '.next')).mode & 0o055).toBe(0o055);
  });

  it('is one for each state of the sources, and none touches another', async () => {
    const [uno, dos] = [await build('uno'), await build('dos')];
    expect(await build('uno')).toBe(uno);
    expect([uno, dos].map((release) => readFileSync(path.join(release, 'pagina'), 'utf8'))).toEqual(['uno', 'dos']);
    expect(builds()).toBe(2);
    expect(readFileSync(path.join(root, 'next-env.d.ts'), 'utf8')).toBe('de tipos');
  });

  it('keeps the newest three and whatever is served, and removes the others and half builds', async () => {
    const servida = await build('servida');
    await announceServicio(servida);
    const vieja = await build('vieja');
    mkdirSync(path.join(root, '.next/versiones/a-medias'));
    const nuevas = [await build('1'), await build('2'), await build('3')];
    expect(existsSync(vieja)).toBe(false);
    expect(releases().sort()).toEqual([servida, ...nuevas].map((each) => path.basename(each)).sort());
    await runClosers();
    await build('4');
    expect(existsSync(servida)).toBe(false);
    expect(releases()).toHaveLength(3);
  });

  it('that fails, or whose sources changed meanwhile, is no release, and the next one is made', async () => {
    await expect(build('mala')).rejects.toThrow('No se pudo construir el portal');
    await expect(build('cambiante')).rejects.toThrow('Algo cambió mientras se construía');
    await expect(requireRelease(root)).rejects.toThrow('npm run build');
    const buena = await build('buena');
    expect(path.join(root, await requireRelease(root))).toBe(buena);
  });
});
