import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRenglones } from './renglones.ts';

/** The rows of a text that arrives in these pieces. */
function read(...pieces: string[]) {
  const renglones = createRenglones();
  return [...pieces.flatMap((piece) => renglones.push(piece)), ...renglones.end()];
}

const campos = (text: string) => read(text).map((renglon) => ('campos' in renglon ? renglon.campos : renglon.motivo));

describe('the rows of a CSV', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\rc\td\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\n\n  \nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ...['\x1a', '\u200b,\u00a0', '\ufeff', '" "," "'].map((nothing): [string, string[][]] => [
      `a,b\nc,d\r\n${nothing}`,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ]),
    [
      'a,b\n"c, S.A.","d ""x"""',
      [
        ['a', 'b'],
        ['c, S.A.', 'd "x"'],
      ],
    ],
    [
      'a,b\nTUBOS DE 5" SA,d',
      [
        ['a', 'b'],
        ['TUBOS DE 5" SA', 'd'],
      ],
    ],
    [
      'a,b\n"dos\nlíneas",d',
      [
        ['a', 'b'],
        ['dos\nlíneas', 'd'],
      ],
    ],
  ])('%j', (text, rows) => expect(campos(text)).toEqual(rows));

  it('a quote that nobody closes costs its own line and no other', () => {
    expect(read('a,b\n"x,1\nc,d\ne,f')).toEqual([
      { linea: 1, campos: ['a', 'b'] },
      { linea: 2, motivo: 'COMILLAS', texto: '"x,1' },
      { linea: 3, campos: ['c', 'd'] },
      { linea: 4, campos: ['e', 'f'] },
    ]);
  });

  it('a line without end does not fill the memory', () => {
    const [header, fault, last] = read('a,b\n', ...Array.from({ length: 50 }, () => 'x'.repeat(10_000)), '\nc,d');
    expect(header).toMatchObject({ linea: 1 });
    expect(fault).toMatchObject({ linea: 2, motivo: 'RENGLON_LARGO' });
    expect(last).toEqual({ linea: 3, campos: ['c', 'd'] });
  });

  it('any fields come back, wherever the text is cut', () => {
    // A row of more lines than an address has is given up.
    const campo = fc.string({ unit: fc.constantFrom('a', 'Ñ', '"', ',', ';', '\n', '\r\n', ' ', '5'), maxLength: 4 });
    const table = fc.array(fc.tuple(campo, campo), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.array(fc.nat({ max: 200 }), { maxLength: 4 }), (rows, cuts) => {
        const text = [['uno', 'dos'], ...rows].map((row) => row.map(quote).join(',')).join('\r\n');
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end));
        const found = read(...pieces).flatMap((renglon) => ('campos' in renglon ? [renglon.campos] : []));
        const lines = (value: string) => value.replace(/\r\n/g, '\n');
        const written = rows.filter((row) => row.some((value) => value.trim() !== ''));
        expect(found.slice(1)).toEqual(written.map((row) => row.map(lines)));
      }),
    );
  });
});

function quote(campo: string): string {
  return `"${campo.replaceAll('"', '""')}"`;
}
