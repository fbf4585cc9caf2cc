import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTelefono, parseTelefono } from './telefono.ts';

const READ = '+525512345678';

describe('parseTelefono', () => {
  it.each([
    ['5512345678', null],
    ['55 1234 5678', null],
    ['(55) 1234-5678', null],
    ['55.1234.5678', null],
    ['+52 55 1234 5678', null],
    ['525512345678', null],
    ['0052 55 1234 5678', null],
    ['+52 1 55 1234 5678', '+521'],
    ['5215512345678', '521'],
    ['044 55 1234 5678', '044'],
    ['0455512345678', '045'],
    ['01 55 1234 5678', '01'],
    ['+52 044 55 1234 5678', '044'],
    ['+52 (01) 55 1234 5678', '01'],
    ['５５１２３４５６７８', null],
    ['\u202a+52 55 1234 5678\u202c', null],
    ['tel:+52-55-1234-5678', null],
    ['Tel. 55 1234 5678', null],
    ['Cel: (55) 1234 5678', null],
    ['+52\u00a055\u00a01234\u00a05678', null],
    ['55–1234—5678', null],
    ['55\u22121234\u22125678', null],
    ['＋５２ （５５） １２３４－５６７８', null],
    ['٥٥١٢٣٤٥٦٧٨', null],
    ['55\u00ad1234\u00ad5678', null],
    ['55 1234 5678.', null],
    ['<tel:+525512345678>', null],
    ['+52 1 (55) 1234–5678,', '+521'],
    ['(+52) 55 1234 5678', null],
    ['(+52) 1 55 1234 5678', '+521'],
    ['Teléfono celular: 55 1234 5678', null],
    ['Tel. / Cel.: 55 1234 5678', null],
    ['🇲🇽 +52 55 1234 5678', null],
  ])('reads %j', (text, prefijoQuitado) => {
    expect(parseTelefono(text)).toEqual({ ok: true, value: { valor: READ, valorComparable: READ, prefijoQuitado } });
  });

  it('does not take the beginning of a ten-digit number for a prefix', () => {
    expect(parseTelefono('5211234567')).toEqual({ ok: false, error: 'TELEFONO_MAL_FORMADO' });
    expect(parseTelefono('4451234567')).toMatchObject({ ok: true, value: { valor: '+524451234567' } });
  });

  it.each(['', '  ', '\u200b'])('says that %j is empty', (text) => {
    expect(parseTelefono(text)).toEqual({ ok: false, error: 'TELEFONO_VACIO' });
  });

  it.each(['+1 212 555 0123', '(+1) 212 555 0123', '001 212 555 0123', '+34 612 345 678'])(
    'tells that %s is of another country',
    (text) => {
      expect(parseTelefono(text)).toEqual({ ok: false, error: 'TELEFONO_EXTRANJERO' });
    },
  );

  it.each([
    '123',
    '551234567',
    '55123456789',
    '1234567890',
    '0123456789',
    '800 123 4567',
    '900 123 4567',
    '55 1234 5678 ext. 9',
    '55-CELULAR-8',
    '5512345678, 5587654321',
    '+52',
    '++525512345678',
    '+52 044 55 1234',
    '()',
  ])('refuses %j', (text) => expect(parseTelefono(text)).toEqual({ ok: false, error: 'TELEFONO_MAL_FORMADO' }));

  it('reads any number the same with each prefix, and never throws', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{9}$/), (national) => {
        const plain = parseTelefono(national);
        for (const prefijo of ['044', '045', '01', '521', '52', '+52', '+521', '0052']) {
          const same = parseTelefono(`${prefijo} ${national}`);
          expect(same.ok && same.value.valor).toBe(plain.ok && plain.value.valor);
        }
      }),
      { numRuns: 50 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseTelefono(text)));
  });
});

describe('formatTelefono', () => {
  it('groups the digits as they are dialled', () => {
    expect(formatTelefono(READ)).toBe('55 1234 5678');
    expect(formatTelefono('+522221234567')).toBe('222 123 4567');
  });
  it('gives back what it cannot read', () => expect(formatTelefono('x')).toBe('x'));
});
