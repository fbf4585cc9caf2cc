import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listPistas } from './password-hints.ts';

const NFC = 'Peñón.1';

test.each([
  ['a blank behind', 'Clave.1 ', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['a blank before', ' Clave.1', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['a line end and a tab', '\tClave.1\r\n', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['a blank that does not break', 'Clave.1\u00a0', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['a blank of no width', '\u200bClave.1\ufeff', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['a blank within', 'Clave .1', 'Clave.1', 'CONTRASENA_CON_ESPACIOS'],
  ['Bloq Mayús', 'cLAVE.1', 'Clave.1', 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
  ['Bloq Mayús, with accents', 'pEÑÓN.1', NFC, 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
  ['a telephone’s first capital', 'Clave.a', 'clave.a', 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
  ['capitals alone', 'CLAVE.a', 'clave.a', 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
  ['small letters alone', 'clave.1', 'CLAVE.1', 'CONTRASENA_CON_OTRAS_MAYUSCULAS'],
  ['accents apart from their letters', NFC.normalize('NFD'), NFC, 'CONTRASENA_CON_OTROS_ACENTOS'],
  ['accents in their letters', NFC, NFC.normalize('NFD'), 'CONTRASENA_CON_OTROS_ACENTOS'],
  ['a curly apostrophe', 'D’Clave', "D'Clave", 'CONTRASENA_CON_OTROS_SIGNOS'],
  ['curly quotes', '“Clave”', '"Clave"', 'CONTRASENA_CON_OTROS_SIGNOS'],
  ['a dash', 'Clave–1', 'Clave-1', 'CONTRASENA_CON_OTROS_SIGNOS'],
  ['two hyphens made a dash', 'Clave—1', 'Clave--1', 'CONTRASENA_CON_OTROS_SIGNOS'],
  ['three points made one sign', 'Clave…', 'Clave...', 'CONTRASENA_CON_OTROS_SIGNOS'],
  ['full-width letters', 'Ｃlave', 'Clave', 'CONTRASENA_CON_OTROS_SIGNOS'],
])('%s', (_, typed, meant, pista) => {
  expect(listPistas(typed)).toContainEqual({ pista, meant });
});

test('of any password there are few, each once, and never itself or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 256 }), (password) => {
      const meant = listPistas(password).map((one) => one.meant);
      expect(meant.length).toBeLessThanOrEqual(10);
      expect(new Set([...meant, password, '']).size).toBe(meant.length + new Set([password, '']).size);
    }),
  );
});
