import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createSms, type Sms } from './sms.ts';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const TOKEN = 'not-a-real-token';
const STATUS = 'http://localhost:3000/api/twilio/estado';
const TEXTO = 'Buzon IMSS. Valida tu celular con el Codigo: 12345. Tienes maximo 72 horas para utilizarlo.';
const SID = `SM${'1'.repeat(32)}`;

interface Received {
  method: string | undefined;
  url: string | undefined;
  authorization: string | undefined;
  form: URLSearchParams;
}

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An HTTP server in Twilio's place: it keeps what it gets, and answers as told. */
async function endpoint(answer: (response: ServerResponse) => void) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await bodyOf(request));
    received.push({ method: request.method, url: request.url, authorization: request.headers.authorization, form });
    answer(response);
  });
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function json(status: number, body: unknown) {
  return (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

function client(apiUrl: string, from = '+525500000000', timeoutMs = 5000): Sms {
  return createSms({ accountSid: ACCOUNT, authToken: TOKEN, from, apiUrl, statusCallback: STATUS, timeoutMs });
}

const ACCEPTED = json(201, { sid: SID, status: 'queued', body: TEXTO, to: '+525512345678' });

describe('an endpoint that accepts', () => {
  it('gets what Twilio’s API takes, and the sid is kept', async () => {
    const { received, url } = await endpoint(ACCEPTED);
    const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto).toEqual({ aceptado: true, respuesta: `${SID} queued`, idDelProveedor: SID });
    expect(received).toHaveLength(1);
    const [request] = received as [Received];
    expect(request.method).toBe('POST');
    expect(request.url).toBe(`/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
    expect(request.authorization).toBe(`Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`);
    expect(Object.fromEntries(request.form)).toEqual({
      To: '+525512345678',
      From: '+525500000000',
      Body: TEXTO,
      StatusCallback: STATUS,
    });
  });

  it('may stand behind a path', async () => {
    const { received, url } = await endpoint(ACCEPTED);
    await client(`${url}/twilio/`).send({ to: '+525512345678', texto: TEXTO });
    expect(received[0]?.url).toBe(`/twilio/2010-04-01/Accounts/${ACCOUNT}/Messages.json`);
  });

  it('is asked through a Messaging Service when that is the sender', async () => {
    const { received, url } = await endpoint(ACCEPTED);
    const service = `MG${'2'.repeat(32)}`;
    await client(url, service).send({ to: '+525512345678', texto: TEXTO });
    expect(received[0]?.form.get('MessagingServiceSid')).toBe(service);
    expect(received[0]?.form.has('From')).toBe(false);
  });
});

describe('an endpoint that refuses', () => {
  async function verdictOf(status: number, code: number, message = 'no') {
    const { received, url } = await endpoint(json(status, { status, code, message, more_info: 'x' }));
    const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
    expect(received).toHaveLength(1);
    return veredicto;
  }

  it.each([21211, 21214, 21217, 21265, 21266, 21610, 21614, 21635])('for good, by the number: %d', async (code) => {
    expect(await verdictOf(400, code, "The 'To' number")).toEqual({
      aceptado: false,
      definitivo: true,
      respuesta: `HTTP 400 ${code} The 'To' number`,
    });
  });

  it.each([
    [401, 20003],
    [400, 21606],
    [400, 21408],
    [403, 30002],
    [404, 20404],
    [429, 20429],
    [500, 20500],
    [503, 20503],
  ])('for now, by our account or its own trouble: HTTP %d, %d', async (status, code) => {
    expect(await verdictOf(status, code)).toMatchObject({ aceptado: false, definitivo: false });
  });

  it('for now, when the answer is no JSON, no API, or a redirection', async () => {
    const answers: ((response: ServerResponse) => void)[] = [
      (response) => response.writeHead(502).end('<html>Bad gateway</html>'),
      (response) => response.writeHead(400).end('<html>'),
      (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
    ];
    for (const answer of answers) {
      const { url } = await endpoint(answer);
      const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
      expect(veredicto).toMatchObject({ aceptado: false, definitivo: false });
      expect(veredicto).not.toHaveProperty('quizaEntregado');
    }
  });
});

it.each([
  ['a page', 200, '<html>Welcome</html>'],
  ['an answer without an identifier', 201, '{}'],
  ['nothing', 201, ''],
])('an endpoint that says yes with %s may have taken the SMS: nobody gets a third', async (_what, status, body) => {
  const { url } = await endpoint((response) => response.writeHead(status).end(body));
  const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
  expect(veredicto).toMatchObject({
    aceptado: false,
    definitivo: false,
    quizaEntregado: true,
    fallaElProveedor: true,
  });
});

describe('an endpoint that asks to wait', () => {
  const DATE = 'Sun, 29 Nov 2026 16:00:00 GMT';
  it.each([
    [429, '120', 120_000],
    [503, '0', 0],
    [503, 'Sun, 29 Nov 2026 16:01:30 GMT', 90_000],
    [429, '999999999', 3_600_000],
    [503, 'Fri, 31 Dec 9999 00:00:00 GMT', 3_600_000],
    [429, 'soon', undefined],
    [429, '-5', undefined],
    [500, '120', undefined],
  ])('HTTP %d, Retry-After: %s', async (status, retryAfter, esperaMs) => {
    const body = JSON.stringify({ status, code: 20429, message: 'Too many requests' });
    const headers = { 'content-type': 'application/json', 'retry-after': retryAfter, date: DATE };
    const { url } = await endpoint((response) => response.writeHead(status, headers).end(body));
    const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: false, fallaElProveedor: true });
    expect(veredicto).toHaveProperty('respuesta', expect.stringContaining('Too many requests'));
    expect('esperaMs' in veredicto ? veredicto.esperaMs : undefined).toBe(esperaMs);
  });
});

describe('no endpoint', () => {
  it('nobody listens', async () => {
    const veredicto = await client('http://127.0.0.1:9').send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: false });
    expect(veredicto).not.toHaveProperty('quizaEntregado');
    expect(veredicto.respuesta).toContain('ECONNREFUSED');
  });

  it('it never answers, or hangs up: nobody knows whether it took the SMS', async () => {
    const started = performance.now();
    for (const answer of [() => {}, (response: ServerResponse) => void response.destroy()]) {
      const { url } = await endpoint(answer);
      const veredicto = await client(url, '+525500000000', 300).send({ to: '+525512345678', texto: TEXTO });
      expect(veredicto).toMatchObject({ aceptado: false, definitivo: false, quizaEntregado: true });
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([
    ['content-length', { 'content-length': 400 }],
    ['chunks', {}],
  ])('its yes breaks off before its end, by %s: nobody knows under which name it took the SMS', async (_, headers) => {
    const { url } = await endpoint((response) => {
      response.writeHead(201, { 'content-type': 'application/json', ...headers });
      response.write('{"sid":"SM', () => response.destroy());
    });
    const veredicto = await client(url).send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto).toMatchObject({
      aceptado: false,
      definitivo: false,
      quizaEntregado: true,
      fallaElProveedor: true,
    });
  });

  it('it takes the connection and speaks no TLS: the SMS was not handed over', async () => {
    const server = createTcpServer().listen(0, '127.0.0.1');
    closing.push(() => server.close());
    await once(server, 'listening');
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const veredicto = await client(url, '+525500000000', 300).send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto).toMatchObject({ aceptado: false, definitivo: false });
    expect(veredicto).not.toHaveProperty('quizaEntregado');
  });

  it('keeps neither the token nor the code in what it says', async () => {
    const veredicto = await client('http://127.0.0.1:9').send({ to: '+525512345678', texto: TEXTO });
    expect(veredicto.respuesta).not.toContain(TOKEN);
    expect(veredicto.respuesta).not.toContain('12345');
  });
});
