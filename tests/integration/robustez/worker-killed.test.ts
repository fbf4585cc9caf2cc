import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Queue } from '#infra/queue/run-queue.ts';
import { registerMedioDeContacto } from '#tramites/medio-de-contacto/register-medio-de-contacto.ts';
import { startWorker } from '../../../src/worker.ts';
import { createEscenario, type Escenario } from '../../support/escenario.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { type Cola, openCola } from './cola.ts';
import { createInstalacion, type Instalacion } from './instalacion.ts';
import { type ProcesoWorker, spawnWorker } from './proceso-worker.ts';

const CORREO = 'ana@correo.example';
/** The grace of a lock and one sweep, which are 15 and 5 seconds, and what a loaded machine takes beside; by itself the queue waits for hours. */
const LIBRE_EN_SEGUNDOS = 25;

let escenario: Escenario;
let instalacion: Instalacion;
let cola: Cola;
let victim: ProcesoWorker | null;
let survivor: Queue | null;
beforeEach(async () => {
  escenario = await createEscenario(await testDb());
  instalacion = await createInstalacion(testDatabaseUrl(), escenario.autoridad);
  cola = await openCola(testDatabaseUrl());
  victim = null;
  survivor = null;
});
afterEach(async () => {
  victim?.kill();
  await survivor?.stop();
  await cola.close();
  await instalacion.stop();
});

/** What is committed while no worker runs. */
async function register(): Promise<void> {
  const { ctx } = await escenario.enter();
  const peticion = { mecanismo: 'CORREO_ELECTRONICO' as const, valor: CORREO, peticionId: randomUUID() };
  const result = await registerMedioDeContacto(ctx, peticion);
  if (!result.ok) throw new Error(result.error);
}

/** Starts a worker of its own process that dies when it does `what`. */
async function killWhen(what: 'asks whether the relay takes the address' | 'has handed the message over') {
  const dead = new Promise<void>((resolve) => {
    instalacion.setFallo(() => {
      if (what === 'has handed the message over') return 'sin-respuesta';
      victim?.kill();
      resolve();
      return null;
    });
  });
  victim = spawnWorker(instalacion.env);
  const exit = once(victim.process, 'exit');
  if (what === 'has handed the message over') {
    await expect.poll(() => instalacion.messagesFor(CORREO)).toHaveLength(1);
    victim.kill();
  } else await dead;
  await exit;
  instalacion.setFallo(() => null);
}

const aviso = () =>
  escenario.db.aviso.findFirstOrThrow({
    where: { destino: CORREO },
    select: { id: true, estado: true, intentos: { orderBy: { numero: 'asc' } } },
  });

describe('a worker killed', () => {
  it('after the commit and before the sending: the next one sends, within seconds, and both tries count', async () => {
    await register();
    await killWhen('asks whether the relay takes the address');
    const killedAt = Date.now();
    expect(await instalacion.messagesFor(CORREO)).toEqual([]);
    expect(await aviso()).toMatchObject({ estado: 'PENDIENTE', intentos: [{ numero: 1, terminadoEn: null }] });
    expect((await cola.envios())[0]?.lockedBy).toMatch(/^worker-/);

    survivor = await startWorker(instalacion.settings);
    await expect
      .poll(async () => (await aviso()).estado, { timeout: LIBRE_EN_SEGUNDOS * 1000 + 5_000 })
      .toBe('ACEPTADO');
    const seconds = (Date.now() - killedAt) / 1000;
    expect(seconds).toBeLessThan(LIBRE_EN_SEGUNDOS);
    expect(await instalacion.messagesFor(CORREO)).toHaveLength(1);
    expect((await aviso()).intentos).toMatchObject([
      { numero: 1, terminadoEn: null, aceptado: null },
      { numero: 2, aceptado: true },
    ]);
    await expect.poll(() => cola.envios()).toEqual([]);
  });

  it('after the provider took the message: it is sent again under the same Message-ID, and both tries count', async () => {
    await register();
    await killWhen('has handed the message over');
    await cola.backdateLocks('1 minute');
    survivor = await startWorker(instalacion.settings);
    await expect.poll(async () => (await aviso()).estado).toBe('ACEPTADO');
    const { id, intentos } = await aviso();
    expect(intentos).toMatchObject([
      { numero: 1, terminadoEn: null, aceptado: null },
      { numero: 2, aceptado: true },
    ]);
    const messages = await instalacion.messagesFor(CORREO);
    expect(messages).toHaveLength(2);
    expect(messages[0]?.text).toBe(messages[1]?.text);
    expect(intentos[1]?.idDelProveedor).toContain(id);
  });

  it('loses its jobs at the next sweep, and not before: while it lives, nobody takes them however long they last', async () => {
    await register();
    instalacion.setFallo(() => 'sin-respuesta');
    victim = spawnWorker(instalacion.env);
    await expect.poll(() => instalacion.messagesFor(CORREO)).toHaveLength(1);
    await cola.backdateLocks('1 hour');
    survivor = await startWorker(instalacion.settings);
    const [held] = await cola.envios();
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(await cola.envios()).toMatchObject([{ lockedBy: held?.lockedBy, attempts: 1 }]);
    instalacion.setFallo(() => null);
    victim.kill();
    await expect.poll(async () => (await aviso()).estado).toBe('ACEPTADO');
    expect((await aviso()).intentos).toHaveLength(2);
  });
});
