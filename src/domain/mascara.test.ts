import { describe, expect, it } from 'vitest';
import { maskCorreo, maskMedio, maskNombre, maskRfc, maskTelefono } from './mascara.ts';

describe('a mask', () => {
  it.each([
    ['juan.perez@ejemplo.mx', 'j•••@e•••.mx'],
    ['j@e.mx', 'j•••@e•••.mx'],
    ['Ana@correo.empresa.com.mx', 'A•••@c•••.mx'],
  ])('of %s is %s, however long its parts', (correo, masked) => {
    expect(maskCorreo(correo)).toBe(masked);
    expect(maskMedio({ mecanismo: 'CORREO_ELECTRONICO', valor: correo })).toBe(masked);
  });
  it('of a phone leaves its last four digits', () => {
    expect(maskTelefono('+525512341234')).toBe('•••• •• 12 34');
    expect(maskMedio({ mecanismo: 'TELEFONO', valor: '+525512341234' })).toBe('•••• •• 12 34');
  });
  it.each([
    ['GODE561231GR8', 'GODE•••••••R8'],
    ['EKU9003173C9', 'EKU•••••••C9'],
    ['Ñ&X010101AA1', 'Ñ&X•••••••A1'],
  ])('of the RFC %s hides the date: %s', (rfc, masked) => expect(maskRfc(rfc)).toBe(masked));
  it.each([
    ['EUGENIA GÓMEZ DÍAZ', 'E••• G••• D•••'],
    ['  𝒜BC  ÑU ', '𝒜••• Ñ•••'],
    ['', ''],
  ])('of the name «%s» is «%s»', (nombre, masked) => expect(maskNombre(nombre)).toBe(masked));
});
