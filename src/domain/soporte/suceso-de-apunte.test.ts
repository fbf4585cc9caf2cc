import { expect, it } from 'vitest';
import { sucesoDeApunte } from './suceso-de-apunte.ts';

const apunte = { fecha: new Date('2026-03-04T18:30:00Z'), quien: 'El titular' };

it.each([
  [1, 'Se capturó un código incorrecto; va 1 de diez.'],
  [2, 'Se capturó un código incorrecto; van 2 de diez.'],
])('of %d wrong codes', (intentosFallidos, texto) => {
  expect(sucesoDeApunte({ ...apunte, evento: 'CODIGO_INCORRECTO', datos: { intentosFallidos } })).toMatchObject({
    texto,
    quien: 'El titular',
  });
});

it('that an e.firma was not revoked is what the portal found out, whoever had signed', () => {
  expect(sucesoDeApunte({ ...apunte, evento: 'SOLICITUD_VERIFICADA', datos: {} })).toMatchObject({
    texto: 'La e.firma no estaba revocada: la solicitud surtió efecto.',
    quien: 'El portal',
  });
});

it('one of a name unknown here is told by its name', () => {
  expect(sucesoDeApunte({ ...apunte, evento: 'OTRO_EVENTO', datos: {} })?.texto).toContain('«OTRO_EVENTO»');
});
