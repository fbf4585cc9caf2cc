import { once } from 'node:events';
import { type AddressInfo, type BlockList, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRedes } from '#infra/env/redes.ts';
import { createLogger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { type Door, openDoor } from './open-door.ts';

const lines: Record<string, unknown>[] = [];
const log = createLogger({
  nivel: 'info',
  now: () => new Date(),
  destination: { write: (line) => void lines.push(JSON.parse(line)) },
});

let door: Door;
let port: number;
beforeAll(async () => {
  door = await openDoor(
    { host: '127.0.0.1', port: 0, appUrl: 'http://localhost:3000', proxyRedes: parseRedes('127.0.0.0/8') as BlockList },
    log,
  );
  ({ port } = door.server.address() as AddressInfo);
  door.open((request, response) => {
    response.statusCode = request.url?.startsWith('/roto') ? 500 : 200;
    response.end(request.headers['x-request-id']);
  });
});
afterAll(() => door.close(0));

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers });
const lineOf = (id: string | null) => expect.poll(() => lines.find(({ requestId }) => requestId === id));

/** What is answered to bytes that no client would send. */
async function send(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(text);
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  await once(socket, 'close');
  return answer;
}

describe('a request', () => {
  it('has an id of its own, which the page and its answer say, and the one line that tells of it', async () => {
    const answer = await ask('/buzon/acuses/BI-2026.00000001-42/registro?v=EKU9003173C9');
    const id = answer.headers.get('x-request-id');
    expect(id).toMatch(/^[\da-f-]{36}$/);
    expect(await answer.text()).toBe(id);
    const ruta = '/buzon/acuses/[folio]/[tipo]';
    await lineOf(id).toMatchObject({ metodo: 'GET', ruta, status: 200, ms: expect.any(Number), actor: 'ANONIMO' });
    expect(JSON.stringify(lines)).not.toMatch(/BI-2026|EKU9003173C9/);
    const labels = `metodo="GET",ruta="${ruta}",estado="200"`;
    expect(await metricas().registry.metrics()).toContain(`buzon_http_request_duration_seconds_count{${labels}} 1`);
  });

  it.each(['7f0c9e1a-0000-4000-8000-000000000001', '0123456789abcdef0123456789abcdef'])(
    'keeps the id %s that its proxy gave it',
    async (id) => {
      expect((await ask('/', { 'x-request-id': id })).headers.get('x-request-id')).toBe(id);
    },
  );

  it.each([
    'corto',
    'con blancos y más',
    '<script>alert(1)</script>',
    'a'.repeat(129),
    'uno-cualquiera, otro-cualquiera',
  ])('is given another for «%s»', async (id) => {
    const given = (await ask('/', { 'x-request-id': encodeURI(id) })).headers.get('x-request-id');
    if (encodeURI(id) !== id || !/^[\w.-]{8,128}$/.test(id)) expect(given).toMatch(/^[\da-f-]{36}$/);
  });

  it('that failed is told with its status', async () => {
    const id = (await ask('/roto')).headers.get('x-request-id');
    await lineOf(id).toMatchObject({ status: 500, ruta: 'ninguna' });
  });
});

it.each([
  ['no HTTP', 'hola\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['an expectation', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: milagros\r\nConnection: close\r\n\r\n', 200],
])('with %s the answer has an id too', async (_, text, status) => {
  const answer = await send(text);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  const [, id = ''] = /x-request-id: ([\da-f-]{36})/.exec(answer) ?? [];
  await lineOf(id).toMatchObject({ status });
});
