import { expect, it } from 'vitest';
import { parseTipoDeAcuse, slugDeTipo, TIPOS_DE_ACUSE } from './tipo-de-acuse.ts';

it('reads the tipo of an address, and no other', () => {
  expect(TIPOS_DE_ACUSE.map((tipo) => parseTipoDeAcuse(slugDeTipo(tipo)))).toEqual([...TIPOS_DE_ACUSE]);
  for (const slug of ['', 'REGISTRO', 'validación', 'constructor']) expect(parseTipoDeAcuse(slug)).toBeNull();
});
