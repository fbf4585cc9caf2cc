import { expect, test } from 'vitest';
import { hasValidCheckDigit, parseRfc } from '#domain/rfc.ts';
import { EFIRMAS_DE_DEMO } from './efirmas-de-demo.ts';

test('the catalogue covers the issue’s cases, each once', () => {
  const casos = EFIRMAS_DE_DEMO.map(({ caso }) => caso);
  for (const caso of [
    'VENCIDA',
    'AUN_NO_VIGENTE',
    'REVOCADA',
    'CSD',
    'OTRA_AUTORIDAD',
    'PAR_NO_CORRESPONDE',
  ] as const) {
    expect(casos.filter((other) => other === caso)).toHaveLength(1);
  }
  const vigentes = EFIRMAS_DE_DEMO.filter(({ caso }) => caso === undefined);
  const kinds = vigentes.map(({ rfc, registros }) => [rfc.length, registros]);
  expect(kinds).toEqual(
    expect.arrayContaining([
      [12, 3],
      [12, 5000],
      [13, 1],
      [13, 0],
    ]),
  );
});

test('slugs, RFCs, serials and passwords are all different', () => {
  for (const field of ['slug', 'rfc', 'serie', 'contrasena'] as const) {
    expect(new Set(EFIRMAS_DE_DEMO.map((efirma) => efirma[field])).size).toBe(EFIRMAS_DE_DEMO.length);
  }
  expect(EFIRMAS_DE_DEMO.some(({ contrasena }) => /[^ -~]/.test(contrasena))).toBe(true);
});

test.each(EFIRMAS_DE_DEMO.flatMap(({ rfc, rfcRepresentante }) => (rfcRepresentante ? [rfc, rfcRepresentante] : [rfc])))(
  'RFC %s has a valid check digit',
  (text) => {
    const rfc = parseRfc(text);
    expect(rfc.ok && hasValidCheckDigit(rfc.value)).toBe(true);
  },
);
