import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRegistroPatronal,
  hasValidCheckDigit,
  type NumeroDeRegistroPatronal,
  parsePrefijoDeNumero,
  parseRegistroPatronal,
} from './registro-patronal.ts';

function numeroOf(text: string): NumeroDeRegistroPatronal {
  const result = parseRegistroPatronal(text);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const TEN = fc.stringMatching(/^[A-Z0-9]\d{9}$/);

describe('parseRegistroPatronal', () => {
  it('computes the check digit that ten characters lack', () => {
    // 10 1 2 3 4 5 6 7 1 0 → digits 10123456710: 0·2 + 1 + 7·2→5 + 6 + 5·2→1 + 4 + 3·2 + 2 + 1·2 + 0 + 1·2 = 29
    expect(numeroOf('A123456710')).toBe('A1234567101');
  });

  it.each([
    'A12-34567-10-1',
    'a12 34567 10 1',
    'A1234567101',
    'A12-34567-10',
    'A12−34567–10‑1',
    '\u200bＡ１２３４５６７１０１\u00a0',
  ])('reads %s', (text) => {
    expect(numeroOf(text)).toBe('A1234567101');
    expect('A1234567101'.startsWith(parsePrefijoDeNumero(text))).toBe(true);
  });

  it('keeps a check digit that does not agree, and says so apart', () => {
    expect(numeroOf('A12-34567-10-5')).toBe('A1234567105');
    expect(hasValidCheckDigit(numeroOf('A12-34567-10-5'))).toBe(false);
  });

  it.each(['', 'A12', 'A12345671', 'A12345671012', 'AB23456710', 'Ñ123456710', 'А123456710', 'A12-34567-1O-1'])(
    'refuses %j',
    (text) => {
      expect(parseRegistroPatronal(text)).toEqual({ ok: false, error: 'REGISTRO_PATRONAL_MAL_FORMADO' });
    },
  );

  it('accepts for every ten characters exactly one valid check digit, and survives its own format', () => {
    fc.assert(
      fc.property(TEN, (ten) => {
        const numero = numeroOf(ten);
        expect(numero).toHaveLength(11);
        expect(numeroOf(formatRegistroPatronal(numero))).toBe(numero);
        const valid = [...'0123456789'].filter((digit) => hasValidCheckDigit(numeroOf(ten + digit)));
        expect(valid).toEqual([numero.at(-1)]);
      }),
    );
  });

  it('notices any single digit typed wrong', () => {
    fc.assert(
      fc.property(TEN, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (ten, at, shift) => {
        const numero = numeroOf(ten);
        const wrong = numero.slice(0, at) + ((Number(numero[at]) + shift) % 10) + numero.slice(at + 1);
        expect(hasValidCheckDigit(numeroOf(wrong))).toBe(false);
      }),
    );
  });
});

describe('parsePrefijoDeNumero', () => {
  it.each([
    ['a', 'A'],
    ['y60-00', 'Y6000'],
    [' A12 345 ', 'A12345'],
    ['merida', 'MERIDA'],
    ['a\u000012', 'A12'],
    ['', ''],
  ])('reads %j as the beginning %j of a number', (text, prefijo) => {
    expect(parsePrefijoDeNumero(text)).toBe(prefijo);
  });
});

describe('formatRegistroPatronal', () => {
  it('shows the four parts', () => expect(formatRegistroPatronal(numeroOf('A1234567101'))).toBe('A12-34567-10-1'));
});
