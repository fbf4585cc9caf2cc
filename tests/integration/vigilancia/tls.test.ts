import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createParts } from '#infra/parts/create-parts.ts';
import { describeMetricas } from '#server/metricas.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { createAutoridadDePrueba } from '../../support/efirma/autoridad-de-prueba.ts';
import { makeTlsPair } from '../../support/produccion.ts';
import { testDatabaseUrl, testDb } from '../../support/test-db.ts';
import { createInstalacion, type Instalacion } from '../robustez/instalacion.ts';

const HORA_MS = 3_600_000;

const certificadoDe = (dias: number) => {
  const [key, cert] = makeTlsPair(path.join(makeTempDir(), 'tls'), dias);
  return { key: readFileSync(key), cert: readFileSync(cert) };
};

let server: Server;
let instalacion: Instalacion;
let parts: ReturnType<typeof createParts>;
beforeAll(async () => {
  await testDb();
  server = createServer(certificadoDe(2)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  instalacion = await createInstalacion(testDatabaseUrl(), await createAutoridadDePrueba());
  const appUrl = `https://localhost:${(server.address() as AddressInfo).port}`;
  parts = createParts({ ...instalacion.settings, appUrl }, { trabajo: 'WORKER', conexiones: 2 });
});
afterAll(async () => {
  server.close();
  await Promise.all([parts.db.$disconnect(), instalacion.stop()]);
});

it('a certificate that was renewed is seen within an hour, as the runbook says, and not asked for each time', async () => {
  let now = new Date();
  const measure = async () => {
    const { text } = await describeMetricas({ ...parts, now: () => now });
    return Math.round(Number(/^buzon_tls_dias_restantes (.+)$/m.exec(text)?.[1]));
  };
  expect(await measure()).toBe(2);
  server.setSecureContext(certificadoDe(30));
  expect(await measure()).toBe(2);
  now = new Date(now.getTime() + HORA_MS);
  expect(await measure()).toBe(30);
});
