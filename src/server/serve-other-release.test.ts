import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serveOtherRelease } from './serve-other-release.ts';

let dir: string;
let server: Server;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'buzon-versiones-'));
  write('una/static/chunks/a.js', 'una');
  write('otra/static/chunks/[turbopack]_b-0~.js', 'otra();');
  write('otra/static/media/letra.woff2', 'w');
  write('otra/server/secreto.js', 'secreto');
  write('otra/static/.oculto', 'secreto');
  server = createServer(async (request, response) => {
    if (!(await serveOtherRelease(path.join(dir, 'una'), request, response))) response.writeHead(404).end('propia');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
  writeFileSync(path.join(dir, file), content);
}

const port = () => (server.address() as AddressInfo).port;
const ask = (file: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port()}${file}`, init);

it('serves what only another release has, for ever', async () => {
  const answer = await ask('/_next/static/chunks/%5Bturbopack%5D_b-0~.js?v=1');
  expect(await answer.text()).toBe('otra();');
  expect(answer.headers.get('content-type')).toMatch('javascript');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const letra = await ask('/_next/static/media/letra.woff2', { method: 'HEAD' });
  expect([letra.status, letra.headers.get('content-type')]).toEqual([200, 'font/woff2']);
});

it('also what a release has that was built after this process started', async () => {
  write('nueva/static/chunks/c.js', 'nueva');
  expect(await (await ask('/_next/static/chunks/c.js')).text()).toBe('nueva');
});

it.each([
  '/_next/static/chunks/a.js',
  '/_next/static/chunks/no.js',
  '/_next/static/chunks',
  '/_next/static/.oculto',
  '/_next/static/%2e%2e/server/secreto.js',
  '/_next/static/chunks/..%2f..%2fserver/secreto.js',
  '/_next/static/%E0%A4%A',
  '/otra/static/chunks/c.js',
])('leaves %s to its own', async (file) => {
  const socket = connect(port(), '127.0.0.1');
  socket.write(`GET ${file} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  expect(answer).not.toContain('secreto');
});
