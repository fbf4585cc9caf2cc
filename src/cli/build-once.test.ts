import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runClosers } from '#infra/env/closers.ts';
import { buildOnce } from './build-once.ts';

/** A Next that counts its builds and, as the real one, refuses while another builds in the folder: here the first time. */
const NEXT = `
const fs = require('node:fs');
if (fs.existsSync('ajena')) { fs.rmSync('ajena'); console.error('Another next build process is already running.'); process.exit(1); }
if (fs.readFileSync('src/pagina.ts', 'utf8') === 'mala') { console.error('Syntax error'); process.exit(1); }
setTimeout(() => { fs.appendFileSync('construcciones', 'x'); fs.writeFileSync('.next/BUILD_ID', 'x'); }, 300);`;

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'buzon-construir-'));
  mkdirSync(path.join(root, 'src'));
  mkdirSync(path.join(root, 'node_modules/next/dist/bin'), { recursive: true });
  writeFileSync(path.join(root, 'node_modules/next/dist/bin/next'), NEXT);
  change('uno');
});
afterEach(async () => {
  await runClosers();
  rmSync(root, { recursive: true });
});

function change(text: string): void {
  writeFileSync(path.join(root, 'src/pagina.ts'), text);
}

async function build(): Promise<string[]> {
  const said: string[] = [];
  await buildOnce(root, (line) => said.push(line));
  return said;
}

const builds = () => readFileSync(path.join(root, 'construcciones'), 'utf8').length;

describe('the build of the portal', () => {
  it('is made by one of two starts at once, and the other says that it waits and uses it', async () => {
    const said = (await Promise.all([build(), build()])).flat().sort();
    expect(said).toEqual([
      'Construyo el portal; solo hace falta cuando algo cambió…',
      'Otro arranque prepara el portal en esta carpeta; espero a que termine…',
    ]);
    expect(builds()).toBe(1);
  });

  it('waits for one of which only Next knows', async () => {
    writeFileSync(path.join(root, 'ajena'), '');
    expect(await build()).toContain('Otro proceso construye el portal en esta carpeta; espero a que termine…');
    expect(builds()).toBe(1);
  });

  it('is not made anew under who serves it, and says what to do', async () => {
    await build();
    change('dos');
    await expect(build()).rejects.toThrow(
      /algo cambió desde entonces: construirlo de nuevo lo descompondría\. Detén ese portal/,
    );
    expect(builds()).toBe(1);
    await runClosers();
    await build();
    expect(builds()).toBe(2);
  });

  it('says of which Node it is when another starts', async () => {
    await build();
    const huella = path.join(root, '.next/huella');
    writeFileSync(huella, JSON.stringify({ ...JSON.parse(readFileSync(huella, 'utf8')), node: '99.1.2' }));
    await expect(build()).rejects.toThrow(`con Node 99.1.2, y este es Node ${process.versions.node}`);
  });

  it('waits for a portal that is just closing', async () => {
    await build();
    change('dos');
    setTimeout(() => void runClosers(), 500);
    await build();
    expect(builds()).toBe(2);
  });

  it('that fails leaves the folder to the next start', async () => {
    change('mala');
    await expect(build()).rejects.toThrow('No se pudo construir el portal');
    change('buena');
    await build();
    expect(builds()).toBe(1);
  });
});
