import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#formats/texto/texto-limpio.ts';
import { parseCadenaOriginal } from '../../tests/support/read-cadena-original.ts';
import { buildCadenaOriginal, INVOCANTE, type Par } from './cadena-original.ts';

const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('|', '\\', ':', 'p', 'c', 'ñ', 'n\u0303', ' ', '\u00a0', '\t', 'A') }),
);
const LABEL = TEXT.filter((text) => cleanText(text) !== '');
const PARES = fc.array(fc.tuple(LABEL, TEXT), { minLength: 1, maxLength: 5 });

function cleaned(pares: readonly Par[]): Par[] {
  return pares.map(([etiqueta, valor]) => [cleanText(etiqueta), cleanText(valor)]);
}

describe('buildCadenaOriginal', () => {
  it('writes labelled pairs between pipes', () => {
    expect(buildCadenaOriginal([INVOCANTE, ['Folio del trámite', 'BI-2026.00000001-52']])).toBe(
      '||Invocante:Buzón IMSS|Folio del trámite:BI-2026.00000001-52||',
    );
  });
  it.each([
    ['a|b', '||N:a\\pb||'],
    ['a\\b', '||N:a\\\\b||'],
    ['a\\pb', '||N:a\\\\pb||'],
    ['12:30', '||N:12:30||'],
    ['  José \u00a0 Pen\u0303a\u200b\n', '||N:José Peña||'],
    ['||', '||N:\\p\\p||'],
    ['', '||N:||'],
  ])('writes the value %j as %j', (valor, cadena) => expect(buildCadenaOriginal([['N', valor]])).toBe(cadena));
  it('escapes a colon in a label', () => expect(buildCadenaOriginal([['a:b', 'c']])).toBe('||a\\cb:c||'));
  it('throws without pairs or without a label', () => {
    expect(() => buildCadenaOriginal([])).toThrow(RangeError);
    expect(() => buildCadenaOriginal([[' \u200b', 'x']])).toThrow(RangeError);
  });
  it('can be read back, whatever the pairs', () => {
    fc.assert(
      fc.property(PARES, (pares) => {
        expect(parseCadenaOriginal(buildCadenaOriginal(pares))).toEqual(cleaned(pares));
      }),
    );
  });
  it('never gives the same text for different pairs', () => {
    fc.assert(
      fc.property(PARES, PARES, (one, other) => {
        const same = JSON.stringify(cleaned(one)) === JSON.stringify(cleaned(other));
        expect(buildCadenaOriginal(one) === buildCadenaOriginal(other)).toBe(same);
      }),
    );
  });
  it('can never be taken for the text of a sign-in', () => {
    fc.assert(
      fc.property(PARES, (pares) => {
        expect(buildCadenaOriginal(pares).startsWith('||1.0|LOGIN|')).toBe(false);
      }),
    );
    expect(buildCadenaOriginal([['1.0|LOGIN|host', '']]).startsWith('||1.0|LOGIN|')).toBe(false);
  });
});

describe('parseCadenaOriginal', () => {
  it.each([
    '',
    '||',
    '|||',
    '||||',
    'N:a',
    '||N:a|',
    '||sin dos puntos||',
    '||:a||',
    '||N: a||',
    '||N:a\\x||',
    '||N:a\\c||',
    '||N:a\\||',
    '||Nn\u0303:a||',
    '||1.0|LOGIN|localhost:3000|abcdefghijklmnop|1|AAA010101AAA||',
  ])('refuses %j', (cadena) => expect(parseCadenaOriginal(cadena)).toBeNull());
  it('reads only what would be written again, character for character', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const pares = parseCadenaOriginal(`||${text}||`);
        if (pares) expect(buildCadenaOriginal(pares)).toBe(`||${text}||`);
      }),
    );
  });
});
