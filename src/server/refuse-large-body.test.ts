import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuseLargeBody } from './guard-request.ts';

const MB = 1024 * 1024;

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseLargeBody(request, response)) request.resume().on('end', () => response.end('taken'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

it.each([
  ['/ingresar', MB, 200],
  ['/ingresar', MB + 1, 413],
  ['/buzon/aclaraciones/nueva', 6 * MB, 200],
  ['/buzon/aclaraciones/BI-2026.00000001-52?enviado=si', 6 * MB, 200],
  ['/buzon/aclaraciones/nueva', 6 * MB + 1, 413],
  ['/clientes/BI-2026.00000001-52/buzon/aclaraciones/nueva', 6 * MB, 200],
  ['/clientes/BI-2026.00000001-52/buzon/medios-de-contacto', 2 * MB, 413],
  ['/buzon/medios-de-contacto?x=/buzon/aclaraciones/', 2 * MB, 413],
])('a body for %s of %i bytes: %i', async (path, bytes, status) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: new Uint8Array(bytes) });
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(status === 200 ? 'taken' : 'hasta 5 MB');
});
