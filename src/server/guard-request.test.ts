import { once } from 'node:events';
import { request as ask, type IncomingMessage } from 'node:http';
import { type AddressInfo, BlockList, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardRequest } from './guard-request.ts';
import { type Door, openDoor } from './open-door.ts';

const APP_URL = 'https://buzon.example:8443';

let door: Door;
let port: number;
let seen: IncomingMessage | undefined;
beforeAll(async () => {
  door = await openDoor({ host: '127.0.0.1', port: 0, appUrl: APP_URL, proxyRedes: new BlockList() });
  port = (door.server.address() as AddressInfo).port;
});
afterAll(() => door.close(0));

function open(): void {
  door.open((request, response) => {
    seen = request;
    if (!guardRequest(APP_URL, request, response)) response.end('taken');
  });
}

async function send(method: string, path: string, headers: Record<string, string> = {}) {
  const sent = ask({ port, host: '127.0.0.1', method, path, headers: { host: 'buzon.example:8443', ...headers } });
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

const PROTECTED = {
  'content-security-policy': expect.stringContaining("default-src 'none'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

it('protects also what is said before anybody can enter', async () => {
  const { status, headers } = await send('GET', '/');
  expect(status).toBe(503);
  expect(headers).toMatchObject({ ...PROTECTED, 'strict-transport-security': expect.stringContaining('max-age=') });
});

describe('what is sent', () => {
  beforeAll(open);

  it.each([
    ['from a page of the portal', { origin: APP_URL }],
    ['by a browser without Origin, that says where from', { 'sec-fetch-site': 'same-origin' }],
    ['by an old one, that names the page', { referer: `${APP_URL}/buzon?x=1` }],
  ])('%s is taken', async (_, headers) => {
    expect(await send('POST', '/buzon', headers as Record<string, string>)).toMatchObject({
      status: 200,
      body: 'taken',
    });
  });

  it.each<[string, Record<string, string>]>([
    ['from another site', { origin: 'https://otro.example' }],
    ['from a frame without an origin', { origin: 'null' }],
    ['from another port', { origin: 'https://buzon.example' }],
    ['from one port more', { origin: 'https://buzon.example:84430' }],
    ['without TLS', { origin: 'http://buzon.example:8443' }],
    ['from a subdomain', { origin: 'https://x.buzon.example:8443' }],
    ['from a name that begins alike', { origin: 'https://buzon.example:8443.otro.example' }],
    ['from one with a user in it', { origin: 'https://buzon.example:8443@otro.example' }],
    ['from two', { origin: `${APP_URL}, https://otro.example` }],
    ['with an empty one', { origin: '' }],
    ['with its page, from elsewhere', { origin: 'https://otro.example', referer: `${APP_URL}/` }],
    ['with what another header says', { origin: 'https://otro.example', 'sec-fetch-site': 'same-origin' }],
    ['for a forwarded host of its own', { origin: 'https://otro.example', 'x-forwarded-host': 'otro.example' }],
    ['under the host of its own', { origin: 'https://otro.example', host: 'otro.example' }],
    ['of the same site only', { 'sec-fetch-site': 'same-site', referer: `${APP_URL}/` }],
    ['of another site', { 'sec-fetch-site': 'cross-site' }],
    ['of no site', { 'sec-fetch-site': 'none' }],
    ['with a page of another', { referer: `https://otro.example/?${APP_URL}/` }],
    ['with a page that is none', { referer: 'buzon.example:8443' }],
    ['with nothing', {}],
  ])('%s is not', async (_, headers) => {
    for (const path of ['/buzon', '/api/auth/callback/efirma', '/api/twilio/estado/', '//api/twilio/estado'])
      expect(await send('POST', path, { 'next-action': 'a1', ...headers })).toMatchObject({
        status: 403,
        body: expect.stringContaining('no se hizo nada'),
        headers: PROTECTED,
      });
  });

  it('by who signs it comes in without an origin', async () => {
    for (const path of ['/api/twilio/estado', '/api/twilio/estado?aviso=1'])
      expect((await send('POST', path)).status).toBe(200);
  });

  it('is never compared with a forwarded host', async () => {
    await send('GET', '/', { 'x-forwarded-host': 'otro.example' });
    expect(seen?.headers['x-forwarded-host']).toBeUndefined();
  });
});

describe('methods', () => {
  beforeAll(open);

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'SEARCH'])('%s is not allowed', async (method) => {
    for (const path of ['/', '/fonts/x', '/_next/static/x', '/api/salud/vivo', '/api/twilio/estado']) {
      const answer = await send(method, path, { origin: APP_URL });
      expect(answer).toMatchObject({ status: 405, headers: { ...PROTECTED, allow: 'GET, HEAD, POST' } });
      expect(answer.body).not.toContain('x-');
    }
  });

  it.each(['GET', 'HEAD'])('%s needs no origin', async (method) => {
    expect((await send(method, '/')).status).toBe(200);
  });
});

it.each([
  ['garbage', 'nada\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('protects what it says to %s', async (_, sent, status) => {
  const socket = connect(port, '127.0.0.1');
  socket.write(sent);
  const answer = await text(socket);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(answer).toContain('X-Content-Type-Options: nosniff');
  expect(answer).toContain("Content-Security-Policy: default-src 'none'");
});
