import { expect, it } from 'vitest';
import { sucesoDeApunte } from './evento-en-palabras.ts';

const apunte = { quien: { tipo: 'TITULAR' } as const };

it.each([
  [1, 'Se capturó un código incorrecto; va 1 de diez.'],
  [2, 'Se capturó un código incorrecto; van 2 de diez.'],
])('of %d wrong codes', (intentosFallidos, texto) => {
  expect(sucesoDeApunte({ ...apunte, evento: 'CODIGO_INCORRECTO', datos: { intentosFallidos } })).toMatchObject({
    texto,
    quien: 'El titular',
  });
});

it.each([
  [
    'REGISTROS_DADOS_DE_BAJA',
    { registros: 1, folioDeBaja: 'BI-1' },
    'Dejó de ser para 1 Registro Patronal, con el folio BI-1.',
  ],
  [
    'REGISTROS_DADOS_DE_BAJA',
    { registros: 2, folioDeBaja: 'BI-1', causa: 'PADRON' },
    'Dejó de ser para 2 Registros Patronales, con el folio BI-1, porque dejaron de estar a nombre del titular en el padrón.',
  ],
  ['MEDIO_DADO_DE_BAJA', {}, 'Se eliminó el medio de contacto.'],
  [
    'MEDIO_DADO_DE_BAJA',
    { registros: 1, causa: 'PADRON' },
    'Se dio de baja el medio de contacto, que era para 1 Registro Patronal, porque dejó de estar a nombre del titular en el padrón.',
  ],
  [
    'REGISTROS_CAMBIADOS_EN_PADRON',
    { deBaja: 2, vigentes: 0, deVuelta: 0 },
    'Según el padrón: 2 Registros Patronales están de baja, y siguen en este medio de contacto.',
  ],
  ['CORREO_AJENO', {}, 'Quien recibe los mensajes dijo que el correo no es suyo: el registro se canceló.'],
  [
    'CORREO_AJENO',
    { enPlazo: false },
    'Quien recibe los mensajes dijo que el correo no es suyo: el registro ya se había cancelado.',
  ],
] as const)('%s of %j', (evento, datos, texto) => {
  expect(sucesoDeApunte({ ...apunte, evento, datos }).texto).toBe(texto);
});

it('that an e.firma was not revoked is what the portal found out, whoever had signed', () => {
  expect(sucesoDeApunte({ ...apunte, evento: 'SOLICITUD_VERIFICADA', datos: {} })).toMatchObject({
    texto: 'La e.firma no estaba revocada: la solicitud surtió efecto.',
    quien: 'El portal',
  });
});

it('one of a name unknown here is told by its name', () => {
  expect(sucesoDeApunte({ ...apunte, evento: 'OTRO_EVENTO', datos: {} }).texto).toContain('«OTRO_EVENTO»');
});
