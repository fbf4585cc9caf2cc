import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { createVerificador } from '#infra/efirma/create-verificador.ts';
import { loadTrustStore } from '#infra/efirma/load-trust-store.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import {
  AHORA,
  type AutoridadDePrueba,
  createAutoridadDePrueba,
  FISICA,
} from '../../../tests/support/efirma/autoridad-de-prueba.ts';
import { createConsulta } from './consult-ocsp.ts';

const TIMEOUT_MS = 200;
const TRY_LATER = Buffer.from('30030a0103', 'hex');

let autoridad: AutoridadDePrueba;
const closers: (() => void)[] = [];
beforeAll(async () => {
  autoridad = await createAutoridadDePrueba();
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** Somebody who signs in while the responder does what `listener` does. */
async function open(listener: RequestListener) {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    listener(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const lines: string[] = [];
  const now = () => AHORA;
  const log = createLogger({ nivel: 'info', now, destination: { write: (line) => void lines.push(line) } });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const consulta = createConsulta({ url, now, timeoutMs: TIMEOUT_MS, log });
  const { cer } = await autoridad.issue();
  const certificado = createVerificador(loadTrustStore(autoridad.acDir)).verifyCertificado(cer, AHORA);
  if (!certificado.ok) throw new Error(certificado.error);
  return { ask: () => consulta(certificado.value), lines, asked: () => asked };
}

it('makes three wait for a responder that hangs, and nobody after them', async () => {
  const { ask, asked } = await open(() => undefined);
  for (let nth = 0; nth < 3; nth++) expect(await ask()).toEqual({ resultado: 'SIN_RESPUESTA', motivo: 'timeout' });
  const rest = await Promise.all(Array.from({ length: 20 }, ask));
  expect(new Set(rest.map((answer) => 'motivo' in answer && answer.motivo))).toEqual(
    new Set(['not asked: it failed 3 times in a row']),
  );
  expect(asked()).toBe(3);
  const { values } = await metricas().revocaciones.get();
  expect(values).toEqual([{ labels: { resultado: 'sin_respuesta' }, value: 23 }]);
});

it('goes on asking one that answers, though it says nothing good of a certificate', async () => {
  const { ask, asked } = await open((_, response) => response.end(TRY_LATER));
  for (let nth = 0; nth < 5; nth++) expect(await ask()).toEqual({ resultado: 'SIN_RESPUESTA', motivo: 'tryLater' });
  expect(asked()).toBe(5);
});

it('tells the log what came of each, and not whose it was', async () => {
  const { ask, lines } = await open((_, response) => response.end(TRY_LATER));
  await ask();
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 'warn',
      time: AHORA.toISOString(),
      resultado: 'SIN_RESPUESTA',
      motivo: 'tryLater',
      msg: expect.any(String),
    },
  ]);
  expect(lines.join('')).not.toContain(FISICA.rfc);
});
