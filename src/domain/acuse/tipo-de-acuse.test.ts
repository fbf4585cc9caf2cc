import { expect, it } from 'vitest';
import { nombreDeAcuse, parseTipoDeAcuse, slugDeTipo, TIPOS_DE_ACUSE } from './tipo-de-acuse.ts';

it('reads the tipo of an address, and no other', () => {
  expect(TIPOS_DE_ACUSE.map((tipo) => parseTipoDeAcuse(slugDeTipo(tipo)))).toEqual([...TIPOS_DE_ACUSE]);
  for (const slug of ['', 'REGISTRO', 'validación', 'constructor']) expect(parseTipoDeAcuse(slug)).toBeNull();
});

it('calls an acuse what it is called in Spanish, and one that it does not know by its tipo', () => {
  expect(nombreDeAcuse('VALIDACION')).toBe('acuse de validación');
  expect(nombreDeAcuse('SOLICITUD')).toBe('acuse de la solicitud y manifestación');
  expect(nombreDeAcuse('constructor')).toBe('acuse de constructor');
});
