import { rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPrograma, runPrograma } from './programas.ts';
import { type ProxyDePrueba, startDoble, startProxy } from './proxy.ts';

const nginx = findPrograma('nginx');
const MB = 1024 * 1024;

let proxy: ProxyDePrueba;
let servers: Server[];
/** How each portal answers, and what reached them. */
let answers: [RequestListener, RequestListener];
let seen: { portal: number; request: IncomingMessage }[];

const good: RequestListener = (request, response) => {
  request.resume();
  response.setHeader('x-request-id', 'abc');
  response.end('bien');
};
const busy: RequestListener = (request, response) => {
  request.resume();
  response.writeHead(503, { 'Retry-After': '30' }).end('la página del portal');
};
const cut: RequestListener = (request) => request.socket.destroy();
const mute: RequestListener = () => undefined;

describe.skipIf(!nginx)('nginx of deploy/ (skipped without nginx)', () => {
  beforeAll(async () => {
    const doubles = await Promise.all(
      [0, 1].map((portal) =>
        startDoble((request, response) => {
          seen.push({ portal, request });
          answers[portal]?.(request, response);
        }),
      ),
    );
    [answers, seen] = [[good, good], []];
    servers = doubles.map(({ server }) => server);
    proxy = await startProxy(
      nginx ?? '',
      doubles.map(({ port }) => port),
    );
  });
  afterAll(async () => {
    await proxy.stop();
    for (const server of servers) server.closeAllConnections();
    for (const server of servers) server.close();
  });
  beforeEach(() => {
    [answers, seen] = [[good, good], []];
  });

  it('passes its own test', async () => {
    expect(await runPrograma(nginx ?? '', ['-t', '-c', proxy.conf, '-e', `${proxy.conf}.log`])).toMatchObject({
      code: 0,
    });
  });

  it.each([
    ['closes the connection', cut],
    ['answers 503', busy],
    ['answers nothing', mute],
  ])('a page that one portal %s is asked of the other', async (_, fault) => {
    answers = [fault, good];
    for (let turn = 0; turn < 4; turn += 1) expect(await proxy.ask('/')).toMatchObject({ status: 200, text: 'bien' });
    expect(new Set(seen.map(({ portal }) => portal))).toEqual(new Set([0, 1]));
  });

  it.each([
    ['503', busy, 503],
    ['nothing', mute, 504],
    ['a closed connection', cut, 502],
  ])('what a POST asks is never done twice: after %s it ends there', async (_, fault, status) => {
    answers = [fault, fault];
    const answer = await proxy.ask('/buzon/activacion', { method: 'POST', body: 'a=1' });
    expect(answer.status).toBe(status);
    expect(seen).toHaveLength(1);
  });

  it('the portals’ own page of what fails is passed on as it is', async () => {
    answers = [busy, busy];
    const answer = await proxy.ask('/');
    expect(answer).toMatchObject({ status: 503, text: 'la página del portal' });
    expect(answer.headers['retry-after']).toBe('30');
    expect(await proxy.ask('/')).toMatchObject({ status: 503, text: 'la página del portal' });
  });

  it.each([
    ['/', cut, 502, 'El Buzón no responde'],
    ['/', mute, 504, 'El Buzón tardó demasiado'],
  ])('%s without a portal that answers: a page in Spanish (%#)', async (where, fault, status, title) => {
    answers = [fault, fault];
    expectPage(await proxy.ask(where), status, title);
  });

  it('closed for maintenance: a page in Spanish, and nothing reaches a portal', async () => {
    writeFileSync(proxy.mantenimiento, '');
    const answer = await proxy.ask('/buzon/aclaraciones/nueva').finally(() => rmSync(proxy.mantenimiento));
    expectPage(answer, 503, 'El Buzón está en mantenimiento');
    expect(seen).toEqual([]);
    expect((await proxy.ask('/')).status).toBe(200);
  });

  it.each([
    ['/buzon/medios-de-contacto/nuevo', MB],
    ['/buzon/aclaraciones/nueva', 6 * MB],
  ])('%s takes as many bytes as the portal does, and says in Spanish that more are too many', async (where, bytes) => {
    const post = (length: number) => proxy.ask(where, { method: 'POST', body: 'x'.repeat(length) });
    expect((await post(bytes)).status).toBe(200);
    expectPage(await post(bytes + 1), 413, 'El archivo es demasiado grande');
  });

  it('what a visitor says of themselves is not believed, and the portal is told who they are', async () => {
    const spoofed = {
      'x-forwarded-for': '10.0.0.1, 127.0.0.1',
      'x-forwarded-host': 'otro.example',
      'x-forwarded-proto': 'http',
      'x-real-ip': '127.0.0.1',
      forwarded: 'for=127.0.0.1',
      'x-request-id': 'mío',
    };
    await proxy.ask('/', { headers: spoofed });
    const headers = seen[0]?.request.headers ?? {};
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers.host).toBe('buzon.example');
    const others = ['x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'x-request-id'];
    expect(others.filter((name) => name in headers)).toEqual([]);
  });

  it('a file of another version is asked of the portal that has it', async () => {
    answers = [(_, response) => response.writeHead(404).end(), good];
    for (let turn = 0; turn < 2; turn += 1)
      expect(await proxy.ask('/_next/static/a.js')).toMatchObject({ status: 200, text: 'bien' });
    expect((await proxy.ask('/no-hay')).status + (await proxy.ask('/no-hay')).status).toBe(604);
  });

  it('metrics are for those inside', async () => {
    expect((await proxy.ask('/api/metricas')).status).toBe(404);
    expect(seen).toEqual([]);
  });
});

function expectPage(
  { status, headers, text }: Awaited<ReturnType<ProxyDePrueba['ask']>>,
  wanted: number,
  title: string,
) {
  expect(status).toBe(wanted);
  expect(text).toMatch(/^<!doctype html>\n<html lang="es-MX">/);
  expect(text).toContain(`<h1>${title}</h1>`);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['retry-after']).toBe('30');
  expect(headers['cache-control']).toBe('no-store');
}
