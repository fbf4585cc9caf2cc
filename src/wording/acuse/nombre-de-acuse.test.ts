import { expect, it } from 'vitest';
import { nombreDeAcuse } from './nombre-de-acuse.ts';

it('calls an acuse what it is called in Spanish, and one that it does not know by its tipo', () => {
  expect(nombreDeAcuse('VALIDACION')).toBe('acuse de validación');
  expect(nombreDeAcuse('SOLICITUD')).toBe('acuse de la solicitud y manifestación');
  expect(nombreDeAcuse('constructor')).toBe('acuse de constructor');
});
