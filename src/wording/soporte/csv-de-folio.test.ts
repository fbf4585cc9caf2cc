import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvDeFolio } from './csv-de-folio.ts';
import { folioEnPalabras } from './folio-en-palabras.ts';
import { suceso } from './suceso.ts';

const FECHA = new Date('2026-03-02T18:30:05Z');
const LEIDO = folioEnPalabras({
  folio: 'BI-2026.00000001-52',
  leidoEn: FECHA,
  mostradosHasta: null,
  titular: { id: 'x', rfc: 'GOMA•••••••B1', nombre: 'A••• G•••', registros: 0, activo: false },
  asunto: {
    tipo: 'SOLICITUD',
    folio: 'BI-2026.00000001-52',
    estado: 'FIRMADA',
    fecha: FECHA,
    textoVersion: '2022-09-22',
    enVigor: null,
  },
  notas: [],
  cronologia: [],
  hasMas: false,
  pendientes: [],
});

function conDetalle(detalle: string | null): string {
  const intento = { fecha: FECHA, texto: 'Intento 1.', quien: 'El portal', repetido: '' };
  return csvDeFolio({ ...LEIDO, cronologia: [{ ...intento, detalle, veces: 2, ultimaFecha: FECHA }] });
}

/** The cells of a CSV, by its own rules. */
function parse(csv: string): string[][] {
  const rows = csv.slice(1).match(/(?:"(?:[^"]|"")*",?)+\r\n/g) ?? [];
  return rows.map((row) => (row.match(/"(?:[^"]|"")*"/g) ?? []).map((cell) => cell.slice(1, -1).replaceAll('""', '"')));
}

describe('the CSV of a folio', () => {
  it('begins with the mark of UTF-8 and its headings, and ends each line with CR and LF', () => {
    const csv = csvDeFolio(LEIDO);
    expect(csv.startsWith('\uFEFF"Folio","Parte","Fecha","Qué"')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it('has a row for each fact, what happened and what waits, each with its folio and as many cells', () => {
    const rows = parse(
      csvDeFolio({
        ...LEIDO,
        pendientes: [{ cuando: FECHA, isEnCurso: false, ...suceso('Hacer el PDF de un acuse.') }],
      }),
    );
    expect(rows.every((row) => row.length === 8)).toBe(true);
    expect(rows.slice(1).every(([folio]) => folio === LEIDO.folio)).toBe(true);
    expect(rows.map(([, parte]) => parte)).toEqual([
      'Parte',
      'Dato',
      'Dato',
      'Dato',
      'Dato',
      'Dato',
      'Resumen',
      'Por suceder',
    ]);
  });

  it('gives hours of Central Mexico with their offset, and how often what repeats came', () => {
    expect(parse(conDetalle(null)).at(-1)).toEqual([
      LEIDO.folio,
      'Sucedió',
      '2026-03-02T12:30:05-06:00',
      'Intento 1.',
      '',
      'El portal',
      '2',
      '2026-03-02T12:30:05-06:00',
    ]);
  });

  it.each(['=1+1', '+52', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '|calc', '%0A', '＝1'])(
    'gives no spreadsheet a formula: %j',
    (detalle) => {
      expect(parse(conDetalle(detalle)).at(-1)?.[4]).toBe(`'${detalle}`);
    },
  );

  it('keeps any text as it is but for that apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (detalle) => {
        const cell = parse(conDetalle(detalle)).at(-1)?.[4];
        expect([detalle, `'${detalle}`]).toContain(cell);
        expect(cell).not.toMatch(/^[\s]*[=+\-@]/);
      }),
    );
  });
});
