import { describe, expect, test } from 'vitest';
import { parseCurpDelCertificado, parseRfcDelCertificado } from './sujeto.ts';

describe('RFC of a certificate', () => {
  test.each([
    ['EKU9003173C9 / VADA800927DJ3', 'EKU9003173C9', 'VADA800927DJ3'],
    ['EKU9003173C9/VADA800927DJ3', 'EKU9003173C9', 'VADA800927DJ3'],
    ['AAA010101AAA / HEGT7610034S2', 'AAA010101AAA', 'HEGT7610034S2'],
    ['OAÑJ900715T31', 'OAÑJ900715T31', null],
    ['OAÑJ900715T31'.normalize('NFD'), 'OAÑJ900715T31', null],
    ['m&r150820hb5', 'M&R150820HB5', null],
  ])('%s', (text, titular, representante) => {
    expect(parseRfcDelCertificado(text)).toEqual({ titular, representante });
  });

  test.each(['', '2.5.4.45', 'EKU9003173C9 / EKU9003173C9', 'EKU9003173C9 / ', 'X EKU9003173C9'])(
    'none in %j',
    (text) => {
      expect(parseRfcDelCertificado(text)).toEqual({ titular: null, representante: null });
    },
  );
});

describe('CURP of a certificate', () => {
  test.each([
    ['CALR780903MPLSRS02', 'CALR780903MPLSRS02', null],
    [' / VADA800927HSRSRL05', null, 'VADA800927HSRSRL05'],
    ['CALR780903MPLSRS02 / VADA800927HSRSRL05', 'CALR780903MPLSRS02', 'VADA800927HSRSRL05'],
    ['', null, null],
    ['whatever', null, null],
  ])('%j', (text, titular, representante) => {
    expect(parseCurpDelCertificado(text)).toEqual({ titular, representante });
  });
});
