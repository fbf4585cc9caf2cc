import { describe, expect, it } from 'vitest';
import { lengthGsm7 } from '#formats/texto/gsm7.ts';
import type { ContenidoDeCorreo, ContenidoDeSms } from './contenido.ts';
import { sms } from './contenido.ts';
import { type DatosDeAviso, renderAviso } from './render-aviso.ts';

const FOLIO = 'BI-2022.00000001-38';
const APP = 'https://buzon.example';
const URL_AQUI = `${APP}/validar/correo/abc`;
const AT = new Date('2022-10-03T19:11:00Z');

const VALIDA_CORREO = { tipo: 'VALIDA_CORREO', folio: FOLIO, venceEn: AT, url: URL_AQUI, esDemo: false } as const;
const CANCELADO = {
  tipo: 'MEDIO_CANCELADO',
  mecanismo: 'CORREO_ELECTRONICO',
  mecanismoCancelado: 'TELEFONO',
  causa: 'PLAZO',
  folio: FOLIO,
  fechaDeCancelacion: AT,
  appUrl: APP,
  esDemo: false,
} as const;
const CONFIRMA = {
  tipo: 'CONFIRMA_MEDIO',
  mecanismo: 'CORREO_ELECTRONICO',
  folio: FOLIO,
  fechaDeValidacion: AT,
  url: `${APP}/confirmar/${'x'.repeat(54)}`,
  appUrl: APP,
  esDemo: false,
} as const;
const ALARMAS = [
  'MEDIO_AGREGADO',
  'MEDIO_ELIMINADO',
  'REGISTROS_ELIMINADOS',
  'EFIRMA_NUEVA',
  'REPRESENTACION_PROPUESTA',
  'REPRESENTACION_POR_COMPLETAR',
  'REPRESENTACION_VIGENTE',
  'REPRESENTACION_TERMINADA',
  'REPRESENTACION_USADA',
] as const;
const ACLARACION = ['ACLARACION_PRESENTADA', 'ACLARACION_RESPONDIDA', 'ACLARACION_CERRADA'] as const;
const HECHO = { folio: FOLIO, fecha: AT, appUrl: APP, esDemo: false };
const DEL_PADRON = (['MEDIO_ELIMINADO', 'REGISTROS_ELIMINADOS'] as const).map((tipo) => ({
  tipo,
  causa: 'PADRON' as const,
  folioDelMedio: 'BI-2022.00000002-35',
  ...HECHO,
}));
const CORREOS: DatosDeAviso[] = [
  VALIDA_CORREO,
  { tipo: 'CORREO_VALIDADO', folio: FOLIO, fechaDeValidacion: AT, registros: null, appUrl: APP, esDemo: false },
  CANCELADO,
  { tipo: 'BUZON_ACTIVADO', reemplaza: false, ...HECHO },
  { tipo: 'BUZON_ACTIVADO', reemplaza: true, ...HECHO },
  { tipo: 'SOLICITUD_INVALIDA', folio: FOLIO, isActivo: false, appUrl: APP, esDemo: false },
  { tipo: 'SOLICITUD_INVALIDA', folio: FOLIO, isActivo: true, appUrl: APP, esDemo: false },
  ...ALARMAS.map((tipo) => ({ tipo, mecanismo: 'CORREO_ELECTRONICO' as const, ...HECHO })),
  ...ACLARACION.map((tipo) => ({ tipo, ...HECHO })),
  ...DEL_PADRON.map((datos) => ({ ...datos, mecanismo: 'CORREO_ELECTRONICO' as const })),
  { tipo: 'REPRESENTACION_PEDIDA', fecha: AT, appUrl: APP, esDemo: false },
  CONFIRMA,
];
const SMS: DatosDeAviso[] = [
  { tipo: 'CODIGO_CELULAR', codigo: '12345' },
  { tipo: 'CELULAR_VALIDADO' },
  { ...CONFIRMA, mecanismo: 'TELEFONO' },
  { ...CONFIRMA, mecanismo: 'TELEFONO', url: `https://${'buzon.'.repeat(20)}example/confirmar/x` },
  { ...CANCELADO, mecanismo: 'TELEFONO' },
  { ...CANCELADO, mecanismo: 'TELEFONO', causa: 'INTENTOS' },
  { ...CANCELADO, mecanismo: 'TELEFONO', mecanismoCancelado: 'CORREO_ELECTRONICO', causa: 'AJENO' },
  ...ALARMAS.map((tipo) => ({ tipo, mecanismo: 'TELEFONO' as const, ...HECHO })),
  ...DEL_PADRON.map((datos) => ({ ...datos, mecanismo: 'TELEFONO' as const })),
];

function correo(datos: DatosDeAviso): ContenidoDeCorreo {
  return renderAviso(datos) as ContenidoDeCorreo;
}

function textOf(contenido: ContenidoDeCorreo): string {
  return contenido.parrafos.map(({ tramos }) => tramos.map(({ texto }) => texto).join('')).join('\n');
}

describe('the SMS', () => {
  it('are those of the guide, letter for letter', () => {
    expect(renderAviso({ tipo: 'CODIGO_CELULAR', codigo: '12345' })).toEqual({
      mecanismo: 'TELEFONO',
      version: 'codigo-celular/1',
      texto: 'Buzon IMSS. Valida tu celular con el Codigo: 12345. Tienes maximo 72 horas para utilizarlo.',
    });
    expect(renderAviso({ tipo: 'CELULAR_VALIDADO' })).toMatchObject({
      texto: 'Buzon IMSS. La validacion de tu celular fue exitosa.',
    });
  });

  it.each(SMS)('fit in 160 characters of GSM-7: $tipo', (datos) => {
    expect(lengthGsm7((renderAviso(datos) as ContenidoDeSms).texto)).toBeLessThanOrEqual(160);
  });

  it('are refused when they would not', () => {
    expect(() => sms('x/1', 'a'.repeat(161))).toThrow(RangeError);
    expect(() => sms('x/1', 'validación')).toThrow(RangeError);
  });
});

describe('e-mail 1', () => {
  const contenido = correo(VALIDA_CORREO);

  it('has the subject, the folio and the exact deadline', () => {
    expect(contenido.asunto).toBe('Buzón IMSS: valida tu correo electrónico');
    expect(textOf(contenido)).toContain(FOLIO);
    expect(textOf(contenido)).toContain(
      'Tienes 72 horas como máximo para validarla, hasta el 3 de octubre de 2022, 14:11 horas (Tiempo del Centro de México)',
    );
  });

  it('links the word «aquí», and gives the address in full', () => {
    const sentence = contenido.parrafos.find(({ tramos }) => tramos.some(({ texto }) => texto === 'aquí'));
    expect(sentence?.tramos.map(({ texto }) => texto).join('')).toBe('Da clic aquí para validar tu medio de contacto.');
    expect(sentence?.tramos.find(({ url }) => url)).toEqual({ texto: 'aquí', url: URL_AQUI });
    expect(textOf(contenido)).toContain(URL_AQUI);
  });

  it('says what to do if it was not asked for', () => {
    expect(textOf(contenido)).toContain('Si no solicitaste este registro');
  });
});

describe('every e-mail', () => {
  it.each(CORREOS)('$tipo begins with «Buzón IMSS:», and has version and, what has one, its folio', (datos) => {
    const contenido = correo(datos);
    expect(contenido.asunto).toMatch(/^Buzón IMSS: \S/);
    expect(contenido.version).toMatch(/^[a-z-]+\/\d+$/);
    if (datos.tipo !== 'REPRESENTACION_PEDIDA') expect(textOf(contenido)).toContain(FOLIO);
  });

  it.each(CORREOS)('$tipo says that it is no official message in demo, and only there', (datos) => {
    expect(textOf(correo(datos))).not.toContain('demostración');
    expect(textOf(correo({ ...datos, esDemo: true } as DatosDeAviso))).toContain('demostración');
  });

  it.each(CORREOS)('$tipo is the same whenever it is made from the same data', (datos) => {
    expect(renderAviso(datos)).toEqual(renderAviso(datos));
  });

  it('e-mail 2 has the subject and the date', () => {
    const contenido = correo(CORREOS[1] as DatosDeAviso);
    expect(contenido.asunto).toBe('Buzón IMSS: tu correo electrónico fue validado');
    expect(textOf(contenido)).toContain('03/oct/2022 14:11');
  });

  it('e-mail 2 says what the address was validated for', () => {
    const validado = CORREOS[1] as Extract<DatosDeAviso, { tipo: 'CORREO_VALIDADO' }>;
    expect(textOf(correo(validado))).toContain('Quedó validado para tu RFC.');
    expect(textOf(correo({ ...validado, registros: 2 }))).toContain('Quedó validado para 2 Registros Patronales.');
    expect(textOf(correo({ ...validado, registros: 0 })), 'they left it since').not.toContain('Quedó validado');
    expect(textOf(correo({ ...validado, registros: 2 }))).toContain('un teléfono celular validados para tu RFC');
  });

  it.each(CORREOS)('$tipo promises no notification of the Instituto', (datos) => {
    expect(textOf(correo(datos))).not.toMatch(/te notificará|los avisos llegarán|notificaciones del Instituto/);
  });

  it('about a solicitud says whether the Buzón is active by another one', () => {
    const activado = { tipo: 'BUZON_ACTIVADO', ...HECHO } as const;
    expect(textOf(correo({ ...activado, reemplaza: false }))).toContain('el Instituto no notifica por él');
    const nueva = correo({ ...activado, reemplaza: true });
    expect(nueva.asunto).toBe('Buzón IMSS: firmaste la solicitud nueva');
    expect(textOf(nueva)).toContain('Tu Buzón IMSS sigue activo.');
    const invalida = { tipo: 'SOLICITUD_INVALIDA', folio: FOLIO, appUrl: APP, esDemo: false } as const;
    expect(textOf(correo({ ...invalida, isActivo: true }))).toContain('sigue activo con la otra solicitud');
    expect(textOf(correo({ ...invalida, isActivo: false }))).toContain('tu Buzón no se activó');
  });

  it('of a closed aclaración gives the folio as the aclaración’s, and not as that of its answer', () => {
    const cerrada = correo({ tipo: 'ACLARACION_CERRADA', ...HECHO });
    expect(cerrada.version, 'a wording that was sent keeps its version').toBe('aclaracion-cerrada/2');
    expect(textOf(cerrada)).toContain(
      `Se cerró tu aclaración con el número de folio: ${FOLIO}, fecha: 03/oct/2022 14:11 (Tiempo del Centro de México); ya tenía respuesta.`,
    );
  });

  it.each(ACLARACION)('%s leads to the aclaración', (tipo) => {
    expect(textOf(correo({ tipo, ...HECHO }))).toContain(`${APP}/buzon/aclaraciones/${FOLIO}`);
  });

  it.each(DEL_PADRON)('about what the padrón did ($tipo) says why, and accuses nobody', (datos) => {
    for (const mecanismo of ['CORREO_ELECTRONICO', 'TELEFONO'] as const) {
      const contenido = renderAviso({ ...datos, mecanismo });
      const texto = contenido.mecanismo === 'TELEFONO' ? contenido.texto : textOf(contenido);
      expect(texto).toMatch(/dejaron de estar a tu nombre en el padr[oó]n/);
      expect(texto).not.toMatch(/[Ss]i no fuiste t[uú]|revoque/);
    }
    expect(textOf(correo({ ...datos, mecanismo: 'CORREO_ELECTRONICO' }))).toContain(
      `folio: ${FOLIO} (el del medio de contacto es BI-2022.00000002-35)`,
    );
  });

  it('about a cancelled telephone says why, and that it must be registered again', () => {
    expect(textOf(correo(CANCELADO))).toContain('El teléfono celular que registraste');
    expect(textOf(correo(CANCELADO))).toContain('no se validó dentro de las 72 horas');
    expect(textOf(correo({ ...CANCELADO, causa: 'INTENTOS' }))).toContain('demasiados códigos incorrectos');
    expect(textOf(correo(CANCELADO))).toContain('regístralo nuevamente');
  });
});
