import { expect, it } from 'vitest';
import { parseEtiqueta } from './etiqueta.ts';

it.each([
  ['Contador', 'Contador'],
  ['  Nóminas  y\n RH ', 'Nóminas y RH'],
  ['Sra. Nun\u0303ez (50 %)', 'Sra. Nuñez (50 %)'],
  ['Ñ'.repeat(30), 'Ñ'.repeat(30)],
  ['', null],
  [' \t ', null],
])('«%s» is «%s»', (text, value) => expect(parseEtiqueta(text)).toEqual({ ok: true, value }));

it.each([
  ['a'.repeat(31), 'ETIQUETA_LARGA'],
  ['a\u0000b', 'ETIQUETA_CON_SIGNOS'],
  ['a\u202Eb', 'ETIQUETA_CON_SIGNOS'],
  ['\u200B', 'ETIQUETA_CON_SIGNOS'],
])('%j is refused as %s', (text, error) => expect(parseEtiqueta(text)).toEqual({ ok: false, error }));
