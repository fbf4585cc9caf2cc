import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildFolio } from '../folio.ts';
import { CONSULTA_MAXIMA, parseConsulta } from './consulta.ts';

const FOLIO = buildFolio(2026, 123);

describe('what was typed in the search box', () => {
  it.each([
    ['a folio', FOLIO, [{ por: 'FOLIO', folio: FOLIO }]],
    ['a folio, carelessly', ` bi–${FOLIO.slice(3)} `, [{ por: 'FOLIO', folio: FOLIO }]],
    ['an e-mail address', ' Ana@Correo.EXAMPLE ', [{ por: 'CORREO', valorComparable: 'ana@correo.example' }]],
    ['a phone', '+52 55 1234 5678', [{ por: 'TELEFONO', valorComparable: '+525512345678' }]],
    ['an RFC', 'goma-800101 ab1', [{ por: 'RFC', rfc: 'GOMA800101AB1' }]],
    ['a registro patronal', 'a12-34567-10-1', [{ por: 'REGISTRO_PATRONAL', numero: 'A1234567101' }]],
    ['eleven digits', '01234567101', [{ por: 'REGISTRO_PATRONAL', numero: '01234567101' }]],
    ['a name', 'Núñez  josé', [{ por: 'NOMBRE', palabras: ['nunez', 'jose'] }]],
    ['a company', 'Gómez & Hijos S.A.', [{ por: 'NOMBRE', palabras: ['gomez', 'hijos', 's', 'a'] }]],
    ['a name that begins like a folio', 'Bianca', [{ por: 'NOMBRE', palabras: ['bianca'] }]],
  ])('is %s', (_, typed, criterios) => {
    expect(parseConsulta(typed)).toEqual({ ok: true, value: criterios });
  });

  it('of ten digits is a phone and a registro patronal', () => {
    const parsed = parseConsulta('55 1234 5678');
    expect(parsed.ok && parsed.value.map(({ por }) => por)).toEqual(['TELEFONO', 'REGISTRO_PATRONAL']);
  });

  it.each([
    ['nothing', ' ', 'CONSULTA_VACIA'],
    ['too much', 'a'.repeat(CONSULTA_MAXIMA + 1), 'CONSULTA_LARGA'],
    ['a folio with other check digits', `${FOLIO.slice(0, -2)}00`, 'FOLIO_INCOMPLETO'],
    ['half a folio', 'BI-2026', 'FOLIO_INCOMPLETO'],
    ['half an address', 'ana@', 'CORREO_INCOMPLETO'],
    ['half a number', '551234', 'NUMERO_INCOMPLETO'],
    ['two letters', 'li', 'NOMBRE_CORTO'],
    ['signs', '&&&', 'NOMBRE_CORTO'],
  ])('is %s: says what is missing', (_, typed, error) => {
    expect(parseConsulta(typed)).toEqual({ ok: false, error });
  });

  it('is understood or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const parsed = parseConsulta(text);
        expect(parsed.ok ? parsed.value.length : 1).toBeGreaterThan(0);
      }),
    );
  });
});
