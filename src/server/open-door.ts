import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StartSettings } from '#infra/env/settings.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { Fault } from './fault.ts';
import { HEADERS, setSecurityHeaders } from './guard-request.ts';
import { settleDireccion } from './settle-direccion.ts';

type Where = Pick<StartSettings, 'host' | 'port' | 'appUrl' | 'proxyRedes'>;
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export interface Door {
  server: Server;
  /** From now on requests are answered by `handler`. */
  open(handler: Handler): void;
  /** Takes no more visitors, lets those inside finish for `graceMs`, and then closes on them. */
  close(graceMs: number): Promise<void>;
}

/**
 * Takes the port at once, before anything else is touched, and asks visitors to wait until the portal is ready.
 * Rejects with an Fault when the port or the address cannot be had.
 */
export async function openDoor({ host, port, appUrl, proxyRedes }: Where): Promise<Door> {
  let handler: Handler = askToWait;
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    settleDireccion(request, proxyRedes);
    setSecurityHeaders(response, appUrl);
    void handler(request, response);
  });
  server.on('clientError', answerNoHttp);
  await listen(server, host, port);
  return {
    server,
    open: (next) => {
      handler = next;
    },
    close: async (graceMs) => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.race([closed, sleep(graceMs, undefined, { ref: false })]);
      server.closeAllConnections();
      await closed;
    },
  };
}

function askToWait(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '2' });
  response.end(RESPUESTAS.arrancando);
}

/** What Node answers by itself, with what every answer carries. */
function answerNoHttp({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  const lines = Object.entries({ ...HEADERS, Connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  const status = code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  if (socket.writable && code !== 'ECONNRESET') socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`);
  else socket.destroy();
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new Fault(explain(error, host, port))));
    server.listen(port, host, resolve);
  });
}

function explain({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  const other = port === 65535 ? port - 1 : port + 1;
  const hint = `elige otro así: PORT=${other < 1024 ? 3000 : other} npm start`;
  if (code === 'EADDRINUSE') return `El puerto ${port} ya está ocupado: ${hint}`;
  if (code === 'EACCES') return `No hay permiso para usar el puerto ${port}: ${hint}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST=${host} no es una dirección de esta máquina: usa HOST=127.0.0.1, o HOST=0.0.0.0 para todas.`;
  }
  return `No se puede escuchar en ${host}:${port} (${code ?? message}).`;
}
