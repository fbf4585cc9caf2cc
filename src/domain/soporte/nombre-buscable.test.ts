import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  girosDeNombre,
  hasPalabras,
  isFirstGiro,
  nombreBuscable,
  palabraGuia,
  prefijosDe,
  wordsOf,
} from './nombre-buscable.ts';

describe('a name as it is searched', () => {
  it.each([
    ['MARÍA JOSÉ NÚÑEZ Ü', 'maria jose nunez u'],
    ['GÓMEZ & HIJOS, S.A. DE C.V.', 'gomez hijos s a de c v'],
    ["  D'ALESSIO-LÓPEZ  ", 'd alessio lopez'],
    ['MARI\u0301A', 'maria'],
    ['ŁUKASZ 中文', 'Łukasz 中文'],
    ['«»', '«»'],
    ['...', ''],
  ])('%s', (nombre, expected) => {
    expect(nombreBuscable(nombre)).toBe(expected);
  });

  it('is of 200 characters at most', () => {
    expect(nombreBuscable('A'.repeat(300))).toHaveLength(200);
    expect(nombreBuscable(`${'A'.repeat(199)} B`)).toBe('a'.repeat(199));
  });

  it('searched again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nombreBuscable(nombreBuscable(text))).toBe(nombreBuscable(text));
      }),
    );
  });
});

describe('the giros of a name', () => {
  it('begin with each of its words, with the rest behind', () => {
    expect(girosDeNombre('JUAN GÓMEZ PÉREZ')).toEqual(['juan gomez perez', 'gomez perez juan', 'perez juan gomez']);
    expect(girosDeNombre('...')).toEqual([]);
    expect(girosDeNombre('A B C D E F G H I J')).toHaveLength(8);
  });

  const palabra = fc.stringMatching(/^[a-z]{1,6}$/);
  const nombre = fc.array(palabra, { minLength: 1, maxLength: 8 });

  it('are found by any words that follow each other, typed in the name’s order or its surnames first', () => {
    fc.assert(
      fc.property(nombre, fc.nat(), fc.nat(), fc.nat(), (palabras, from, count, turn) => {
        const whole = [...palabras, ...palabras];
        const typed = whole.slice(from % palabras.length, (from % palabras.length) + 1 + (count % palabras.length));
        const turned = prefijosDe(typed)[turn % typed.length]?.split(' ') ?? [];
        const prefijos = prefijosDe(turned);
        expect(girosDeNombre(palabras.join(' ')).some((giro) => prefijos.some((each) => giro.startsWith(each)))).toBe(
          true,
        );
      }),
    );
  });

  it('that a search finds list the name once', () => {
    fc.assert(
      fc.property(nombre, fc.array(palabra, { minLength: 1, maxLength: 3 }), (palabras, typed) => {
        const text = palabras.join(' ');
        const prefijos = prefijosDe(typed);
        const found = [...new Set(girosDeNombre(text))].filter((giro) =>
          prefijos.some((each) => giro.startsWith(each)),
        );
        expect(found.filter((giro) => isFirstGiro(text, giro, prefijos))).toHaveLength(found.length > 0 ? 1 : 0);
      }),
    );
  });
});

it('words typed apart are looked up by the longest, and each begins a word of the name', () => {
  expect(palabraGuia(wordsOf('Juan Pérez'))).toBe('perez');
  expect(hasPalabras('perez lopez juan carlos', ['juan', 'per'])).toBe(true);
  expect(hasPalabras('perez lopez juan carlos', ['uan'])).toBe(false);
  expect(hasPalabras('rosales luz', ['rosa', 'rosales'])).toBe(false);
  expect(hasPalabras('rosales luz rosa', ['ros', 'rosales'])).toBe(true);
});
