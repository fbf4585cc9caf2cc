import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cadenaDeAcuse } from '#domain/acuse/cadena-de-acuse.ts';
import type { DatosDeAcuse } from '#domain/acuse/datos.ts';
import { plantillaVigente } from '#domain/acuse/plantillas.ts';
import type { RelacionDeRegistros } from '#domain/acuse/relacion-de-registros.ts';
import { renderAcuse } from './render-acuse.ts';

const FECHA = '2026-03-02T18:30:05.123Z';
const SHA256 = 'ab'.repeat(32);
const hasPoppler = !spawnSync('pdftotext', ['-v']).error;

function relacion(total: number): RelacionDeRegistros {
  return {
    total,
    sha256: SHA256,
    async *partes() {
      for (let i = 0; i < total; i += 7)
        yield Array.from({ length: Math.min(7, total - i) }, (_, k) => ({ numero: numero(i + k), subdelegacion: '' }));
    },
  };
}

const numero = (n: number) => `Y60${String(n).padStart(5, '0')}101`;
const mostrado = (n: number) => `Y60-${String(n).padStart(5, '0')}-10-1`;

function render(total: number, onProgress?: (hechos: number, total: number) => Promise<void>): Promise<Buffer> {
  const datos: DatosDeAcuse = {
    tipo: 'REGISTRO',
    folio: 'BI-2026.00000001-52',
    fecha: FECHA,
    rfc: 'GCB110718R21',
    nombre: 'GRUPO CONSTRUCTOR DEL BALSAS SA DE CV',
    medio: { mecanismo: 'CORREO_ELECTRONICO', valor: 'nomina@balsas.example' },
    registros: { total, sha256: SHA256 },
  };
  return renderAcuse({
    datos,
    plantilla: plantillaVigente('REGISTRO', new Date(FECHA)),
    cadenaOriginal: cadenaDeAcuse(datos),
    sello: new Uint8Array(256),
    serieDelSello: '99999000000000000001',
    appUrl: 'https://buzon.example',
    demo: true,
    registros: relacion(total),
    onProgress,
  });
}

function textOf(pdf: Buffer): string {
  return spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout;
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
  it.each([1, 5, 50, 286, 290, 291, 1234])(
    'names all of %i registros in order, on pages that are counted',
    async (total) => {
      const text = textOf(await render(total));
      const expected = Array.from({ length: total }, (_, n) => mostrado(n));
      expect(text.match(/Y60-\d{5}-10-1/g)).toEqual(expected);
      const pages = text.match(/Página \d+ de \d+/g) ?? [];
      expect(pages).toEqual(pages.map((_, i) => `Página ${i + 1} de ${pages.length}`));
    },
  );

  it('says on the first page how many they are and the SHA-256 of their list', async () => {
    const [first = ''] = textOf(await render(50)).split('Página 1 de');
    expect(first).toContain('Registros Patronales: 50');
    expect(first).toContain(SHA256);
  });
});
