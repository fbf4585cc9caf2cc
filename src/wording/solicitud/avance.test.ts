import { describe, expect, it } from 'vitest';
import { avanceDeActivacion } from './avance.ts';

const correo = (estado: 'EN_PROCESO' | 'VALIDADO' | 'CANCELADO') =>
  ({ mecanismo: 'CORREO_ELECTRONICO', estado }) as const;
const telefono = (estado: 'EN_PROCESO' | 'VALIDADO' | 'BAJA') => ({ mecanismo: 'TELEFONO', estado }) as const;

describe('where a titular stands in the activation', () => {
  it.each([
    ['nothing registered', [], 1, /registrar un correo electrónico y tu teléfono/],
    ['only an e-mail in process', [correo('EN_PROCESO')], 1, /validar tu correo electrónico y registrar/],
    ['only a validated e-mail', [correo('VALIDADO')], 1, /^Te falta registrar tu teléfono celular/],
    ['only a phone', [telefono('VALIDADO')], 1, /registrar un correo electrónico para tu RFC\./],
    ['a cancelled e-mail counts for nothing', [correo('CANCELADO'), telefono('VALIDADO')], 1, /registrar un correo/],
    [
      'both in process',
      [correo('EN_PROCESO'), telefono('EN_PROCESO')],
      2,
      /validar tu correo electrónico y tu teléfono/,
    ],
    ['the phone to be proved', [correo('VALIDADO'), telefono('EN_PROCESO')], 2, /código del SMS/],
    ['the e-mail to be proved', [correo('EN_PROCESO'), telefono('VALIDADO')], 2, /enlace del mensaje/],
    ['one of several e-mails suffices', [correo('EN_PROCESO'), correo('VALIDADO'), telefono('VALIDADO')], 3, /firmar/],
  ])('%s', (_name, medios, paso, falta) => {
    const avance = avanceDeActivacion({ medios, solicitud: null });
    expect(avance.paso).toBe(paso);
    expect(avance.falta).toMatch(falta);
  });

  it('is done once the solicitud is signed, and then says which contact is missing', () => {
    const signed = (medios: Parameters<typeof avanceDeActivacion>[0]['medios']) =>
      avanceDeActivacion({ medios, solicitud: 'FIRMADA' });
    expect(signed([correo('VALIDADO'), telefono('VALIDADO')])).toEqual({
      paso: 'hecho',
      falta: 'Tu Buzón IMSS está activo. No te falta nada.',
    });
    expect(signed([correo('VALIDADO')]).falta).toMatch(/pero no tienes un teléfono celular validado/);
    expect(signed([]).falta).toMatch(/un correo electrónico validado ni un teléfono celular validado/);
  });

  it('stays done when a later text asks for a signature, and says what it takes', () => {
    const asked = (medios: Parameters<typeof avanceDeActivacion>[0]['medios']) =>
      avanceDeActivacion({ medios, solicitud: 'FIRMADA', nueva: 'POR_FIRMAR' });
    expect(asked([correo('VALIDADO'), telefono('VALIDADO')])).toEqual({
      paso: 'hecho',
      falta:
        'Tu Buzón IMSS está activo con la solicitud que ya firmaste. Las reglas cambiaron: te falta firmar la solicitud nueva en la sección Activación Buzón IMSS.',
    });
    expect(asked([]).falta).toMatch(
      /antes, registra y valida un correo electrónico y un teléfono celular para tu RFC\.$/,
    );
    const signed = { medios: [], solicitud: 'FIRMADA', nueva: 'PENDIENTE_DE_VERIFICACION' } as const;
    expect(avanceDeActivacion(signed)).toMatchObject({
      paso: 'hecho',
      falta: expect.stringMatching(/sigue en vigor la anterior/),
    });
    const unverified = { medios: [], solicitud: 'PENDIENTE_DE_VERIFICACION', nueva: 'POR_FIRMAR' } as const;
    expect(avanceDeActivacion(unverified)).toMatchObject({
      paso: 3,
      falta: expect.stringMatching(/^Las reglas cambiaron/),
    });
  });

  it.each([
    [[correo('EN_PROCESO'), telefono('EN_PROCESO')], null],
    [[correo('VALIDADO'), telefono('EN_PROCESO')], null],
    [[correo('EN_PROCESO'), telefono('VALIDADO')], null],
    [[], null],
    [[], 'FIRMADA'],
    [[correo('VALIDADO')], 'FIRMADA'],
  ] as const)('says that it speaks of the RFC: there may be medios for registros patronales', (medios, solicitud) => {
    expect(avanceDeActivacion({ medios, solicitud }).falta).toContain('para tu RFC');
  });

  it('waits in the third step while the e.firma is being verified', () => {
    const avance = avanceDeActivacion({ medios: [], solicitud: 'PENDIENTE_DE_VERIFICACION' });
    expect(avance).toMatchObject({ paso: 3, falta: expect.stringMatching(/Ya firmaste/) });
  });
});
