import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDb } from '#infra/db/db.ts';
import { runClosers } from '#infra/env/closers.ts';
import { createParts } from '#infra/parts/create-parts.ts';
import { describeSalud } from '#server/describe-salud.ts';
import { describeMetricas } from '#server/metricas.ts';
import { createAutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';

/** Prometheus gives up after ten seconds, a balancer sooner. */
const PRONTO_MS = 8_000;

const sockets: Socket[] = [];
let server: Server;
let instalacion: Instalacion;
beforeAll(async () => {
  server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  instalacion = await createInstalacion(`postgresql://u:c@127.0.0.1:${port}/x`, await createAutoridadDePrueba());
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  server.close();
  await runClosers();
  await instalacion.stop();
});

async function inTime<T>(work: Promise<T>): Promise<T> {
  const began = performance.now();
  const done = await work;
  expect(performance.now() - began).toBeLessThan(PRONTO_MS);
  return done;
}

it.each(['PORTAL', 'WORKER'] as const)(
  'a %s whose database froze says soon that it does not answer',
  async (trabajo) => {
    const db = createDb(instalacion.settings.databaseUrl, { max: 2, trabajo });
    const salud = await inTime(describeSalud({ db }));
    expect(salud).toMatchObject({ listo: false, componentes: { migraciones: 'sin revisar' } });
  },
);

it('what a worker measured by itself is told though the database froze, which says nothing', async () => {
  const { text } = await inTime(
    describeMetricas(createParts(instalacion.settings, { trabajo: 'WORKER', conexiones: 2 })),
  );
  expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  expect(text).toMatch(/^buzon_sello_dias_restantes \d/m);
  expect(text).not.toMatch(/^buzon_avisos_pendientes \d/m);
});
