import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FolioEnPalabras } from '#wording/soporte/folio-en-palabras.ts';
import { leido } from '../../../tests/support/acuse/folio-leido.ts';
import { CONFORMS, hasVeraPdf, validatePdfs } from '../../../tests/support/verapdf/validate-pdfs.ts';
import { renderFolio } from './render-folio.ts';

const FECHA = new Date('2026-03-02T18:30:05Z');
const has = (tool: string, option = '-v') => !spawnSync(tool, [option]).error;

const render = (sucesos: number, change: Partial<FolioEnPalabras> = {}) =>
  renderFolio({ leido: leido(sucesos, change), exportadoPor: 'PERSONA & HIJOS <SC>', demo: true });

function textOf(pdf: Buffer): string {
  return spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).stdout.replace(/\s+/g, ' ');
}

it('claims PDF/A-2a and PDF/UA-1, in Spanish', async () => {
  const pdf = (await render(3)).toString('utf8');
  expect(pdf).toMatch(/<pdfaid:part>2<.*\s*<pdfaid:conformance>A</);
  expect(pdf).toContain('<pdfuaid:part>1<');
  expect(pdf).toMatch(/\/Lang \(es-MX\)/);
  expect(pdf).toContain('/S /TH');
});

describe.skipIf(!hasVeraPdf)('PDF/A-2a and PDF/UA-1, by veraPDF (skipped without a JDK and libjaxb-java)', () => {
  it('are kept by a short folio and by one of many pages', async () => {
    const pdfs = new Map([
      ['short', await render(0)],
      ['long', await render(200)],
    ]);
    const said = validatePdfs(pdfs);
    expect([said.get('short'), said.get('long')]).toEqual([CONFORMS, CONFORMS]);
  });
});

describe.skipIf(!has('pdftotext'))('the words of a folio (skipped without poppler-utils)', () => {
  it('say who made it and when, on each page, and that data is covered', async () => {
    const text = textOf(await render(120));
    const marca = 'Exportado por PERSONA & HIJOS <SC> el 02/mar/2026 12:30:05 (Tiempo del Centro de México)';
    const pages = text.match(/Página \d+ de \d+/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    expect(pages).toEqual(pages.map((_, n) => `Página ${n + 1} de ${pages.length}`));
    expect(text.split(marca)).toHaveLength(pages.length + 2);
    expect(text).toContain('Los datos personales están cubiertos.');
    expect(text.match(/Qué pasó/g)?.length).toBeGreaterThanOrEqual(pages.length);
  });

  it('tell every suceso in order, with how often it came and what was answered', async () => {
    const text = textOf(await render(120));
    const told = [...text.matchAll(/Suceso número (\d+)\./g)].map(([, n]) => Number(n));
    expect(told).toEqual(Array.from({ length: 120 }, (_, n) => n));
    expect(text).toContain('Suceso número 1. 4 veces, la última el 02/mar/2026 12:30:05.');
    expect(text).toContain('250 2.0.0 Ok: queued as <0> & "otro"');
    expect(text).toContain('Lo que sigue');
  });

  it('say it when personal data is in sight, and when older rows are left out', async () => {
    const text = textOf(await render(1, { mostradosHasta: FECHA, hasMas: true }));
    expect(text).toContain('Contiene datos personales a la vista');
    expect(text).toContain('hay apuntes anteriores');
  });
});

describe.skipIf(!has('qpdf', '--version'))('the file (skipped without qpdf)', () => {
  it.each([0, 1, 200])('of %i sucesos is sound', async (sucesos) => {
    const dir = mkdtempSync(join(tmpdir(), 'folio-'));
    writeFileSync(join(dir, 'folio.pdf'), await render(sucesos));
    const { status, stdout } = spawnSync('qpdf', ['--check', join(dir, 'folio.pdf')], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect(stdout).toContain('No syntax or stream encoding errors found');
    expect(status).toBe(0);
  });
});
