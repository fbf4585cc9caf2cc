import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fallo } from '#demo/listen-on-loopback.ts';
import type { Queue } from '#infra/queue/run-queue.ts';
import { listMedios } from '#tramites/medio-de-contacto/list-medios.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { resendMensaje } from '#tramites/medio-de-contacto/resend-mensaje.ts';
import { INTENTOS_MAXIMOS } from '#tramites/tarea/add-tarea.ts';
import { startWorker } from '../../../src/worker.ts';
import { createEscenario, type Escenario, type Titular } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { type Cola, openCola } from './cola.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';

const CORREO = 'ana@correo.example';
const CELULAR = '+525512345678';

let escenario: Escenario;
let instalacion: Instalacion;
let titular: Titular;
let cola: Cola;
let worker: Queue;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  instalacion = await createInstalacion(testDatabaseUrl(), escenario.autoridad);
  cola = await openCola(testDatabaseUrl());
  titular = await escenario.enter();
  worker = await startWorker(instalacion.settings);
});
afterEach(async () => {
  await worker.stop();
  await cola.close();
  await instalacion.stop();
});

async function register(): Promise<void> {
  for (const [mecanismo, valor] of [
    ['CORREO_ELECTRONICO', CORREO],
    ['TELEFONO', CELULAR],
  ] as const) {
    const result = await registerMedioDeContacto(titular.ctx, { mecanismo, valor, peticionId: randomUUID() });
    if (!result.ok) throw new Error(result.error);
  }
}

const fail = (fallo: Fallo | null) => instalacion.setFallo(() => fallo);

const avisoTo = (destino: string) =>
  escenario.db.aviso.findFirstOrThrow({
    where: { destino },
    orderBy: { creadoEn: 'desc' },
    select: { estado: true, creadoEn: true, intentos: { orderBy: { numero: 'asc' } } },
  });

/** Until each message was tried this often and its job waits for the next try. */
async function waitForTry(numero: number): Promise<void> {
  const isOver = async () => {
    const envios = await cola.envios();
    return envios.length === 2 && envios.every(({ attempts, lockedBy }) => attempts === numero && lockedBy === null);
  };
  await expect.poll(isOver).toBe(true);
}

async function entregas(): Promise<Record<string, string | null>> {
  return Object.fromEntries((await listMedios(titular.ctx)).map(({ valor, entrega }) => [valor, entrega]));
}

describe('mail and SMS down for a while', () => {
  it('is tried again, each time later than the last, until they are back; each try is kept with its answer', async () => {
    fail('temporal');
    await register();
    const waits: number[] = [];
    for (let numero = 1; numero <= 3; numero++) {
      await waitForTry(numero);
      waits.push((await cola.envios())[0]?.esperaSegundos ?? 0);
      if (numero === 2) await Promise.all([instalacion.correo.shut(), instalacion.sms.shut()]);
      await cola.bringForward();
    }
    await waitForTry(4);
    // The queue's back-off is e^n seconds.
    waits.forEach((wait, at) => {
      expect(wait).toBeGreaterThan(Math.exp(at + 1) / 2);
      expect(wait).toBeLessThan(Math.exp(at + 1) + 1);
    });
    expect(await entregas()).toEqual({ [CORREO]: 'PENDIENTE', [CELULAR]: 'PENDIENTE' });

    fail(null);
    await instalacion.openAll();
    await cola.bringForward();
    await expect.poll(entregas).toEqual({ [CORREO]: 'ACEPTADO', [CELULAR]: 'ACEPTADO' });
    for (const [destino, refusal] of [
      [CORREO, '451 4.3.0 Try again later'],
      [CELULAR, 'HTTP 503 20503 Service unavailable'],
    ] as const) {
      expect(await instalacion.messagesFor(destino)).toHaveLength(1);
      expect((await avisoTo(destino)).intentos).toMatchObject([
        { numero: 1, aceptado: false, respuesta: refusal },
        { numero: 2, aceptado: false, respuesta: refusal },
        { numero: 3, aceptado: false, respuesta: expect.stringContaining('ECONNREFUSED') },
        { numero: 4, aceptado: false, respuesta: expect.stringContaining('ECONNREFUSED') },
        { numero: 5, aceptado: true },
      ]);
    }
    await expect.poll(() => cola.envios()).toEqual([]);
  });

  it('settles a refusal for good at the first try, and shows it', async () => {
    fail('definitivo');
    await register();
    await expect.poll(entregas).toEqual({ [CORREO]: 'RECHAZADO', [CELULAR]: 'RECHAZADO' });
    expect((await avisoTo(CORREO)).intentos).toMatchObject([{ respuesta: '550 5.1.1 No such user here' }]);
    expect((await avisoTo(CELULAR)).intentos).toMatchObject([{ respuesta: expect.stringContaining('21211') }]);
    await expect.poll(() => cola.envios()).toEqual([]);
  });

  it('gives up after the last try, shows it, and «Reenviar» goes out once the provider is back', async () => {
    await Promise.all([instalacion.correo.shut(), instalacion.sms.shut()]);
    await register();
    await waitForTry(1);
    await cola.query('UPDATE graphile_worker._private_jobs SET attempts = $1 WHERE attempts > 0', [
      INTENTOS_MAXIMOS - 1,
    ]);
    await cola.bringForward();
    await expect.poll(entregas).toEqual({ [CORREO]: 'SIN_RESPUESTA', [CELULAR]: 'SIN_RESPUESTA' });
    await expect.poll(() => cola.envios()).toEqual([]);

    await instalacion.openAll();
    escenario.advance(3_600_000);
    for (const { folio } of await listMedios(titular.ctx))
      expect(await resendMensaje(titular.ctx, folio)).toMatchObject({ ok: true });
    await expect.poll(entregas).toEqual({ [CORREO]: 'ACEPTADO', [CELULAR]: 'ACEPTADO' });
  });
});
