import { describe, expect, it } from 'vitest';
import type { EstadoDeMedio } from '#domain/medio-de-contacto/estado.ts';
import type { AperturaDeFolio, MedioPorResumir } from '#domain/soporte/asunto-de-folio.ts';
import type { MensajeConEvidencia } from '#domain/soporte/mensaje-con-evidencia.ts';
import { resumirMedio } from './resumen-de-medio.ts';

const NOW = new Date('2026-03-04T18:30:00Z');
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const SMS = { mecanismo: 'TELEFONO', tipo: 'CODIGO_CELULAR' } as const;

const mensaje = (change: Partial<MensajeConEvidencia> = {}): MensajeConEvidencia => ({
  id: 'x',
  tipo: 'VALIDA_CORREO',
  mecanismo: 'CORREO_ELECTRONICO',
  destino: 'j•••@e•••.mx',
  estado: 'ACEPTADO',
  creadoEn: at(-32),
  resueltoEn: at(-31),
  motivo: null,
  intentos: [],
  reportes: [],
  ...change,
});

const apertura = (change: Partial<AperturaDeFolio> = {}): AperturaDeFolio => ({
  metodo: 'GET',
  agente: 'NAVEGADOR',
  conSesion: false,
  guionEn: null,
  veces: 1,
  primeraEn: at(-20),
  ultimaEn: at(-20),
  ...change,
});

function summarize(change: Partial<MedioPorResumir> = {}) {
  const medio: MedioPorResumir = {
    mecanismo: 'CORREO_ELECTRONICO',
    estado: 'EN_PROCESO',
    venceEn: at(40),
    fechaDeValidacion: null,
    fechaDeCancelacion: null,
    fechaDeBaja: null,
    causa: 'PLAZO',
    intentosFallidos: 0,
    registros: null,
    mensaje: mensaje(),
    siguienteIntento: null,
    aperturas: [],
    rebote: null,
    reenviosRestantes: 3,
    canReenviar: true,
    ...change,
  };
  return resumirMedio(medio, NOW);
}

describe('a medio En proceso', () => {
  it('says that its message is late, when its server told so', () => {
    const told = { fuente: 'REBOTE', codigo: '4.4.1', detalle: null, recibidoEn: at(-1) } as const;
    const late = mensaje({ reportes: [{ ...told, estado: 'delayed' }] });
    expect(summarize({ mensaje: late }).frases[1]).toMatch(
      /, que lo aceptó; el .+ informó que se retrasa y que lo sigue intentando\.$/,
    );
  });

  it('says what is left, where its message is and that nobody opened it', () => {
    expect(summarize()).toEqual({
      frases: [
        'El correo está en proceso: quedan 40 horas para validarlo, hasta el 06/mar/2026 04:30:00.',
        'El correo se entregó al servidor de correo el 03/mar/2026 05:30:00, que lo aceptó; no ha dicho más.',
        'El enlace no se ha abierto.',
      ],
      queHacer:
        'Pide al titular que busque el mensaje en la bandeja de spam o correo no deseado. Si no está, se puede reenviar.',
    });
  });

  it.each([
    ['an e-mail', {}],
    ['a phone', { mecanismo: 'TELEFONO', mensaje: mensaje(SMS) }],
  ] as [string, Partial<MedioPorResumir>][])(
    'of %s advises to send again only who can, and while it can be',
    (_, it) => {
      const advice = (restantes: number, canReenviar: boolean) =>
        summarize({ ...it, reenviosRestantes: restantes, canReenviar }).queHacer;
      expect(advice(1, true)).toMatch(/\. Si no está, se puede reenviar\.$/);
      expect(advice(1, false)).toMatch(/\. Si no está, el titular puede reenviarlo desde su Buzón\.$/);
      for (const canReenviar of [true, false]) {
        expect(advice(0, canReenviar)).toContain('. Ya se reenvió tres veces, que es el máximo.');
        expect(advice(0, canReenviar)).not.toContain('Si no está');
      }
    },
  );

  it('tells the clearest sign of a person, whatever came first', () => {
    const scanner = apertura({ agente: 'PROGRAMA', primeraEn: at(-31) });
    const hidden = apertura({ primeraEn: at(-30) });
    const person = apertura({ guionEn: at(-10), primeraEn: at(-10) });
    const own = apertura({ conSesion: true, primeraEn: at(-5) });
    const last = (aperturas: AperturaDeFolio[]) => summarize({ aperturas }).frases.at(-1);
    expect(last([scanner])).toContain('sólo lo ha abierto un programa');
    expect(last([scanner, hidden])).toContain('no se sabe si fue una persona');
    expect(last([scanner, hidden, person])).toBe(
      'El enlace se abrió el 04/mar/2026 02:30:00, probablemente por una persona.',
    );
    expect(last([person, scanner, own])).toContain('El titular abrió el enlace');
    expect(summarize({ aperturas: [person] }).queHacer).toContain('presione el botón');
    expect(summarize({ aperturas: [scanner] }).queHacer).toContain('spam');
  });

  it('waits in the queue, and says since when and until when', () => {
    const waiting = mensaje({ estado: 'PENDIENTE', resueltoEn: null, motivo: null });
    expect(summarize({ mensaje: waiting, siguienteIntento: at(1) }).frases[1]).toBe(
      'El correo espera en la cola desde el 03/mar/2026 04:30:00; se intentará a partir del 04/mar/2026 13:30:00.',
    );
    const intentos = [1, 2].map((numero) => ({
      numero,
      iniciadoEn: at(-3 + numero),
      terminadoEn: at(-3 + numero),
      aceptado: false,
      respuesta: '451',
      plantilla: null,
      hmac: null,
      claveId: null,
    }));
    const failing = summarize({ mensaje: { ...waiting, intentos }, siguienteIntento: at(1) });
    expect(failing.frases[1]).toContain('no ha tomado el correo: van 2 intentos, el último el 04/mar/2026 11:30:00');
    expect(failing.queHacer).toContain('Se intentará de nuevo');
  });

  it('of a phone counts wrong codes, and says nothing of links', () => {
    const { frases } = summarize({ mecanismo: 'TELEFONO', mensaje: mensaje(SMS), intentosFallidos: 9 });
    expect(frases.slice(1)).toEqual([
      'El proveedor aceptó el SMS el 03/mar/2026 05:30:00; todavía no confirma que lo entregó.',
      'Se capturaron 9 códigos incorrectos; queda 1 intento.',
    ]);
    expect(summarize({ mecanismo: 'TELEFONO', mensaje: mensaje(SMS) }).frases).toHaveLength(2);
  });

  it.each(['RECHAZADO', 'SIN_RESPUESTA'] as const)('whose message ended as %s is to be corrected', (estado) => {
    expect(summarize({ mensaje: mensaje({ estado }) }).queHacer).toContain('bien escrito');
  });
});

it.each([
  [
    'VALIDADO',
    { fechaDeValidacion: at(-1) },
    ['El correo está validado para el RFC: se validó el 04/mar/2026 11:30:00.'],
    null,
  ],
  [
    'VALIDADO',
    { fechaDeValidacion: at(-1), registros: 3 },
    ['El correo está validado para 3 Registros Patronales: se validó el 04/mar/2026 11:30:00.'],
    null,
  ],
  ['BAJA', { fechaDeBaja: at(-1) }, ['El correo se eliminó el 04/mar/2026 11:30:00.'], null],
] as [EstadoDeMedio, object, string[], null][])('a medio %s needs nothing', (estado, change, frases, queHacer) => {
  expect(summarize({ estado, ...change })).toEqual({ frases, queHacer });
});

it('a medio Cancelado says why, what became of its message, and how to go on', () => {
  const { frases, queHacer } = summarize({ estado: 'CANCELADO', fechaDeCancelacion: at(-1), causa: 'AJENO' });
  expect(frases[0]).toBe(
    'El registro se canceló el 04/mar/2026 11:30:00: quien recibe los mensajes dijo que el correo no es suyo.',
  );
  expect(frases).toHaveLength(3);
  expect(queHacer).toContain('lo registra nuevamente');
  expect(summarize({ estado: 'CANCELADO', venceEn: at(-2) }).frases[0]).toContain('el 04/mar/2026 10:30:00');
});

it('a medio Validado that notices no longer reach says since when and why, and how to go on', () => {
  const rebote = { motivo: '5.2.2', resueltoEn: at(-1) };
  expect(summarize({ estado: 'VALIDADO', fechaDeValidacion: at(-9), rebote })).toEqual({
    frases: [
      'El correo está validado para el RFC: se validó el 04/mar/2026 03:30:00.',
      'Los avisos ya no llegan a este correo: el último se devolvió el 04/mar/2026 11:30:00, porque ese buzón está lleno.',
    ],
    queHacer: 'Pide al titular que corrija la causa, o que registre otro correo y elimine este desde su Buzón.',
  });
});
