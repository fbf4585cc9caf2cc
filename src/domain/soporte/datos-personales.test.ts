import { describe, expect, it } from 'vitest';
import { coverDatosPersonales, hasDatosPersonales } from './datos-personales.ts';

describe('what looks like personal data', () => {
  it.each([
    ['escribió desde ana.gomez@correo.example hoy', 'escribió desde a•••@c•••.example hoy'],
    ['550 5.1.1 <ANA@CORREO.EXAMPLE>: unknown.', '550 5.1.1 <A•••@C•••.EXAMPLE>: unknown.'],
    ['llamó del 55 1234 5678', 'llamó del •••• •• 56 78'],
    ['llamó del (222) 123-45-67 a las nueve', 'llamó del •••• •• 45 67 a las nueve'],
    ["The 'To' number +525512345678 is not valid", "The 'To' number •••• •• 56 78 is not valid"],
    ['el RFC GOMA800101AB1 es el suyo', 'el RFC GOMA•••••••B1 es el suyo'],
    ['rfc peo 020304 k7a', 'rfc peo•••••••7a'],
  ])('is covered in «%s»', (text, covered) => {
    expect(coverDatosPersonales(text)).toBe(covered);
    expect(hasDatosPersonales(text)).toBe(true);
  });

  it.each([
    'Ver también BI-2026.00000123-45 y BI-2026.00000124-42',
    'Se reenvió a las 10:42 del 17/may/2026',
    '250 2.0.0 Ok: queued as 4XyZ12abcd',
    'El servidor contestó 550 5.1.1 y quedan 40 horas',
    'Registro patronal A12-34567-10-1, subdelegación Mérida Norte',
    'El 20 % no abre el enlace @ la primera',
  ])('is not seen in «%s»', (text) => {
    expect(coverDatosPersonales(text)).toBe(text);
    expect(hasDatosPersonales(text)).toBe(false);
  });

  it('is covered once: covering again changes nothing', () => {
    const covered = coverDatosPersonales('ana@correo.example, 5512345678, GOMA800101AB1');
    expect(coverDatosPersonales(covered)).toBe(covered);
  });
});
