import { describe, expect, it } from 'vitest';
import { hechosDeMensaje } from '#domain/soporte/hecho-de-folio.ts';
import type { IntentoDeMensaje, MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import { sucesoDe } from './folio-en-palabras.ts';

const at = (second: number) => new Date(Date.parse('2026-03-02T18:30:00Z') + second * 1000);
const intento = (numero: number, aceptado: boolean, respuesta: string): IntentoDeMensaje => ({
  numero,
  iniciadoEn: at(numero * 10),
  terminadoEn: at(numero * 10 + 1),
  aceptado,
  respuesta,
  plantilla: null,
  hmac: null,
  claveId: null,
});
const MENSAJE: MensajeConEvidencia = {
  id: 'x',
  tipo: 'VALIDA_CORREO',
  mecanismo: 'CORREO_ELECTRONICO',
  destino: 'j•••@e•••.mx',
  estado: 'PENDIENTE',
  creadoEn: at(0),
  resueltoEn: null,
  motivo: null,
  intentos: [],
  reportes: [],
};

const tell = (change: Partial<MensajeConEvidencia>) =>
  hechosDeMensaje({ ...MENSAJE, ...change })
    .map(sucesoDe)
    .map(({ texto, detalle }) => (detalle ? `${texto} «${detalle}»` : texto));

describe('a message', () => {
  it('that waits was prepared, and no more', () => {
    expect(tell({})).toEqual(['Se preparó el correo con el enlace para validar, para j•••@e•••.mx.']);
  });

  it('tells each attempt with what the provider answered, and when it ended', () => {
    const intentos = [intento(1, false, '451 más tarde'), intento(2, true, '250 queued as 4XyZ')];
    expect(tell({ estado: 'ACEPTADO', resueltoEn: at(21), intentos }).slice(1)).toEqual([
      'Intento 1 de entregar el correo con el enlace para validar: el servidor de correo no lo aceptó. «451 más tarde»',
      'Intento 2 de entregar el correo con el enlace para validar: el servidor de correo lo aceptó. «250 queued as 4XyZ»',
    ]);
    expect(hechosDeMensaje({ ...MENSAJE, intentos })[2]?.fecha).toEqual(at(21));
  });

  it('tells an attempt that was cut off', () => {
    const intentos = [{ ...intento(1, true, ''), terminadoEn: null, aceptado: null, respuesta: null }];
    expect(tell({ intentos })[1]).toContain('empezó, y no se sabe cómo terminó');
  });

  it('tells an attempt that was handed over whole and got no answer', () => {
    const intentos = [{ ...intento(1, false, 'ETIMEDOUT'), quizaEntregado: true }];
    expect(tell({ intentos })[1]).toBe(
      'Intento 1 de entregar el correo con el enlace para validar: el servidor de correo no contestó; quizá se entregó. «ETIMEDOUT»',
    );
  });

  it.each([
    ['ENTREGADO', [intento(1, true, 'SM1')], 'Se entregó el correo con el enlace para validar.'],
    ['RECHAZADO', [intento(1, true, 'SM1')], 'No se pudo entregar el correo con el enlace para validar.'],
    ['RECHAZADO', [intento(1, false, '550 no existe')], undefined],
    ['REBOTADO', [intento(1, true, '250 Ok')], 'Se devolvió el correo con el enlace para validar.'],
    ['ACEPTADO', [intento(1, true, '250 Ok')], undefined],
    [
      'SIN_RESPUESTA',
      [intento(1, false, '451')],
      'Se dejó de intentar: nadie tomó el correo con el enlace para validar.',
    ],
    [
      'QUIZA_ENTREGADO',
      [intento(1, false, 'ETIMEDOUT')],
      'Se dejó de intentar, para no repetirlo: quizá se entregó el correo con el enlace para validar.',
    ],
    ['DESCARTADO', [], 'No se envió el correo con el enlace para validar: ya no hacía falta.'],
  ] as const)('that ended as %s says what its attempts did not', (estado, intentos, expected) => {
    expect(tell({ estado, resueltoEn: at(99), intentos })[intentos.length + 1]).toBe(expected);
  });

  it('proves with each attempt which text went out', () => {
    const proof = { plantilla: 'valida-correo/1', hmac: 'ab12', claveId: 'k1' };
    const [, attempt] = tell({ intentos: [{ ...intento(1, true, '250 Ok'), ...proof }] });
    expect(attempt).toContain('«250 Ok\nTexto valida-correo/1; HMAC-SHA256 ab12 (mensaje x, clave k1)»');
  });

  it.each([
    [
      'TWILIO',
      'delivered',
      '',
      'Sobre el correo con el enlace para validar, el proveedor informó que lo entregó al teléfono.',
    ],
    ['TWILIO', 'undelivered', '30003', ' que no se entregó, porque el teléfono está apagado o sin señal. «30003»'],
    ['TWILIO', 'canceled', '', ' el proveedor informó que se canceló y ya no se enviará.'],
    ['TWILIO', 'partially_delivered', '', ' el proveedor informó que se entregó sólo en parte.'],
    ['TWILIO', 'scheduled', '', ' el proveedor informó que lo programó para enviarlo después.'],
    ['TWILIO', 'otro', '', ' informó «otro».'],
    [
      'REBOTE',
      'failed',
      '5.1.1',
      'Se devolvió el correo con el enlace para validar, porque esa dirección no existe en su servidor de correo. «5.1.1»',
    ],
    [
      'REBOTE',
      'delayed',
      '4.4.1',
      'Se retrasa el correo con el enlace para validar; el servidor sigue intentando entregarlo. «4.4.1»',
    ],
    ['REBOTE', 'delivered', '2.0.0', 'Se entregó el correo con el enlace para validar, según su servidor.'],
    ['REBOTE', 'relayed', '', 'Pasó el correo con el enlace para validar a otro servidor'],
    [
      'REBOTE',
      'complaint',
      'abuse',
      'Quien lo recibió marcó el correo con el enlace para validar como correo no deseado. «abuse»',
    ],
  ] as const)('tells what %s said afterwards (%s %s), and says it once', (fuente, estado, codigo, expected) => {
    const reporte = { fuente, estado, codigo, detalle: null, recibidoEn: at(60) };
    const told = tell({
      estado: 'ENTREGADO',
      resueltoEn: at(60),
      intentos: [intento(1, true, 'SM1')],
      reportes: [reporte],
    });
    expect(told).toHaveLength(3);
    expect(told[2]).toContain(expected);
  });
});
