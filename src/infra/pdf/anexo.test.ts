import { describe, expect, it } from 'vitest';
import { hasPoppler, textOf } from '../../../tests/support/acuse/leer-pdf.ts';
import { acuse, deRegistros, relacion } from '../../../tests/support/acuse/muestras.ts';
import { renderAcuse } from './render-acuse.ts';

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

describe.skipIf(!hasPoppler)('the annex of an acuse (skipped without poppler-utils)', () => {
  it.each([1, 5, 50, 225, 226, 250, 475, 476, 1234])(
    'names all of %i registros in order, on pages that are counted',
    async (total) => {
      const { words } = textOf(await render(total));
      const expected = Array.from({ length: total }, (_, n) => mostrado(n));
      expect(words.match(/Y60-\d{5}-10-1/g)).toEqual(expected);
      const pages = words.match(/Página \d+ de \d+/g) ?? [];
      expect(pages).toEqual(pages.map((_, i) => `Página ${i + 1} de ${pages.length}`));
    },
  );

  it('says on the first page how many they are and the SHA-256 of their list', async () => {
    const [first = ''] = textOf(await render(50)).words.split('Página 1 de');
    expect(first).toContain('Registros Patronales: 50');
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
