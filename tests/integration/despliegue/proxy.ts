import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '#demo/free-port.ts';
import { makeTempDir } from '../../support/carpeta-temporal.ts';
import { DEPLOY } from './programas.ts';

export interface Respuesta {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

interface Pregunta {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface ProxyDePrueba {
  ask(path: string, pregunta?: Pregunta): Promise<Respuesta>;
  /** Where it looks whether the portal is closed. */
  mantenimiento: string;
  conf: string;
  stop(): Promise<void>;
}

/** The nginx of deploy/, as it is written but for where things are, in front of two portals. */
export async function startProxy(nginx: string, portales: readonly number[]): Promise<ProxyDePrueba> {
  const dir = makeTempDir();
  const ports = [await findFreePort(), await findFreePort()];
  const conf = writeConf(dir, ports, portales);
  const child = spawn(nginx, ['-c', conf, '-e', path.join(dir, 'tmp/error.log'), '-g', 'daemon off;'], {
    stdio: 'ignore',
  });
  const ask = (where: string, pregunta: Pregunta = {}) => askOver(ports[1] ?? 0, where, pregunta);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ask('/').catch(() => null)) break;
    await sleep(50);
  }
  return {
    ask,
    conf,
    mantenimiento: path.join(dir, 'tmp/buzon-mantenimiento'),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function writeConf(dir: string, [http, https]: number[], [one, other]: readonly number[]): string {
  mkdirSync(`${dir}/tmp`);
  // Started as root its processes are of another user, who reads these pages.
  chmodSync(dir, 0o755);
  chmodSync(`${dir}/tmp`, 0o777);
  const [key, cert] = [`${dir}/key.pem`, `${dir}/cert.pem`];
  const args = ['-days', '2', '-subj', '/CN=buzon.example', '-keyout', key, '-out', cert];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...args], { stdio: 'ignore' });
  const conf = readFileSync(`${DEPLOY}/nginx/nginx.conf`, 'utf8')
    .replaceAll('/tmp/', `${dir}/tmp/`)
    .replace('/dev/stderr', `${dir}/tmp/error.log`)
    .replace('/run/secrets/tls_cert', cert)
    .replace('/run/secrets/tls_key', key)
    .replace('/etc/nginx/buzon/paginas/', `${dir}/paginas/`)
    .replace('listen 8080', `listen 127.0.0.1:${http}`)
    .replace('listen 8443', `listen 127.0.0.1:${https}`)
    .replace('portal1:3000', `127.0.0.1:${one}`)
    .replace('portal2:3000', `127.0.0.1:${other}`)
    .replace('proxy_read_timeout 40s', 'proxy_read_timeout 1s')
    .replace('access_log /dev/stdout buzon', 'access_log off');
  mkdirSync(`${dir}/paginas`);
  for (const page of ['413', '502', '503', '504'])
    writeFileSync(`${dir}/paginas/${page}.html`, readFileSync(`${DEPLOY}/nginx/paginas/${page}.html`));
  writeFileSync(`${dir}/nginx.conf`, conf);
  return `${dir}/nginx.conf`;
}

function askOver(port: number, where: string, { method = 'GET', headers = {}, body }: Pregunta): Promise<Respuesta> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: where, method, rejectUnauthorized: false, agent: false as const };
    const call = request({ ...options, headers: { host: 'buzon.example', ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** A portal that answers as it is told, on a port of its own. */
export async function startDoble(answer: RequestListener): Promise<{ server: Server; port: number }> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
