import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hasPoppler, textOf } from '../../../tests/support/acuse/leer-pdf.ts';
import { acuse, deRegistros, relacion } from '../../../tests/support/acuse/muestras.ts';
import { renderAcuse } from './render-acuse.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const POR_PARTE = 7;
const mostrado = (n: number) => `Y60-${String(n).padStart(5, '0')}-10-1`;

function render(total: number, onProgress?: (hechos: number, total: number) => Promise<void>): Promise<Buffer> {
  return renderAcuse({ ...acuse(deRegistros(total)), registros: relacion(total, POR_PARTE), onProgress });
}

it('tells how far it is, part by part', async () => {
  const told: number[] = [];
  await render(20, async (hechos) => void told.push(hechos));
  expect(told).toEqual([7, 14, 20]);
});

it('gives the same bytes however often it is printed', async () => {
  expect((await render(400)).equals(await render(400))).toBe(true);
});

it('of fifty thousand is printed in a heap of 48 MB', async () => {
  const script = `
    import { renderAcuse } from '#infra/pdf/render-acuse.ts';
    import { acuse, deRegistros } from './tests/support/acuse/muestras.ts';
    console.log((await renderAcuse(acuse(deRegistros(50_000)))).length);`;
  const args = ['--max-old-space-size=48', '--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  expect(Number(stdout)).toBeGreaterThan(500_000);
});

describe.skipIf(!hasPoppler)('the annex of an acuse (skipped without poppler-utils)', () => {
  it.each([1, 5, 50, 225, 226, 250, 475, 476, 1234])(
    'names all of %i registros in order, on pages that are counted',
    async (total) => {
      const { words } = textOf(await render(total));
      const all = Array.from({ length: total }, (_, n) => mostrado(n));
      const primeros = all.slice(0, total > 6 ? 5 : 6);
      expect(words.match(/Y60-\d{5}-10-1/g)).toEqual([...primeros, ...all]);
      const pages = words.match(/Página \d+ de \d+/g) ?? [];
      expect(pages).toEqual(pages.map((_, i) => `Página ${i + 1} de ${pages.length}`));
    },
  );

  it('says on the first page how many they are, the first of them and the SHA-256 of their list', async () => {
    const [first = ''] = textOf(await render(50)).words.split('Página 1 de');
    expect(first).toContain(`50: ${[0, 1, 2, 3, 4].map(mostrado).join(', ')} y 45 más, que nombra el anexo`);
    expect(first).toContain('ab'.repeat(32));
  });

  it('says on each of its pages what they are', async () => {
    const pages = textOf(await render(600)).words.split(/Página \d+ de \d+/);
    expect(pages.map((page) => page.includes('Anexo. Relación de Registros Patronales'))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
