import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { findFreePort } from '#demo/free-port.ts';
import { startWorker } from '../../../src/worker.ts';
import { createEscenario } from '../../support/escenario.ts';
import { registrar } from '../../support/soporte.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { openCola } from '../robustez/cola.ts';
import { createInstalacion } from '../robustez/instalacion.ts';

it('a worker told to stop is not ready any more while it ends what it has in hand', async () => {
  const sockets: Socket[] = [];
  const mute = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const escenario = await createEscenario(await testDb());
  const instalacion = await createInstalacion(testDatabaseUrl(), escenario.autoridad);
  await instalacion.correo.open((mute.address() as AddressInfo).port);
  const workerPort = await findFreePort();
  const worker = await startWorker({ ...instalacion.settings, workerPort });
  const listo = async () => {
    const answer = await fetch(`http://127.0.0.1:${workerPort}/salud/listo`).catch(() => null);
    return answer && { status: answer.status, ...((await answer.json()) as object) };
  };
  const cola = await openCola(testDatabaseUrl());
  await registrar(await escenario.enter(), 'ana@correo.example');
  await expect.poll(async () => (await cola.envios())[0]?.lockedBy ?? null).not.toBeNull();
  expect(await listo()).toMatchObject({ status: 200, listo: true });
  const stopped = worker.stop();
  expect(await listo()).toEqual({ status: 503, listo: false, componentes: { worker: 'se detiene' } });
  await stopped;
  expect(await listo()).toBeNull();
  await cola.close();
  for (const socket of sockets) socket.destroy();
  mute.close();
  await instalacion.stop();
});
