import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { StartSettings } from '#infra/env/settings.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { SALUD } from '#wording/mensajes/mensajes-de-salud.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { answerSalud, answerText } from './answer-text.ts';
import { Fault } from './fault.ts';
import { HEADERS, setSecurityHeaders } from './guard-request.ts';
import { settleDireccion } from './settle-direccion.ts';
import { watchRequest } from './watch-request.ts';

type Where = Pick<StartSettings, 'host' | 'port' | 'appUrl' | 'proxyRedes'>;
type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type Door = Awaited<ReturnType<typeof openDoor>>;

/** Who connected just before the port was shut has this long to say what for. */
const PREGUNTA_MS = 300;
const PASO_MS = 50;

/**
 * Takes the port at once, before anything else is touched, and asks visitors to wait until the portal is ready.
 * Rejects with a Fault when the port or the address cannot be had.
 */
export async function openDoor({ host, port, appUrl, proxyRedes }: Where, log: Logger) {
  let handler: Handler = askToWait;
  /** Why nobody should come here, or null. */
  let motivo: string | null = SALUD.arrancando;
  let isEnding = false;
  const inHand = new Set<ServerResponse>();
  const server = createServer({ keepAliveTimeout: 65_000, requireHostHeader: false }, (request, response) => {
    watchRequest(request, response, settleDireccion(request, proxyRedes), log);
    setSecurityHeaders(response, appUrl);
    // Node itself would refuse it without an id.
    if (!request.headers.host && request.httpVersion === '1.1') return void response.writeHead(400).end();
    inHand.add(response);
    response.once('close', () => inHand.delete(response));
    if (isEnding) response.shouldKeepAlive = false;
    if (motivo === null || !answerSalud(request, response, motivo)) void handler(request, response);
  });
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error, socket) => answerNoHttp(error, socket, log));
  const listenAgain = async () => {
    if (!server.listening && !isEnding) await listen(server, host, port);
  };
  await listenAgain();
  return {
    server,
    /** Gives the port back until `listen` or `open`: a balancer then sends its visitors elsewhere, which none of them notices. */
    release: () => new Promise<void>((resolve) => server.close(() => resolve())),
    /** Takes the port while there is nothing to serve yet, so that whoever asks is told why. */
    listen: async (reason: string) => {
      if (!isEnding) motivo = reason;
      await listenAgain();
    },
    /** From now on requests are answered by `next`. */
    open: async (next: Handler) => {
      handler = next;
      if (!isEnding) motivo = null;
      await listenAgain();
    },
    /**
     * Says at once that this portal is ending, and after `avisoMs` lets nobody in; whatever came in by then is answered, for
     * `limiteMs` at most. Connections are told to close with their answer, and those without a question are closed.
     */
    close: async ({ avisoMs, limiteMs }: StartSettings['drenado']) => {
      [motivo, isEnding] = [SALUD.seDetiene, true];
      for (const response of inHand) response.shouldKeepAlive = false;
      if (server.listening) await sleep(avisoMs);
      await drain(server, limiteMs);
    },
  };
}

/** Node's own way to close would also cut off who has just connected and is about to ask. */
async function drain(server: Server, limiteMs: number): Promise<void> {
  let isOver = false;
  // Right after the system's queue was emptied: who waits there when the port is shut is cut off.
  await turn();
  NetServer.prototype.close.call(server, () => {
    isOver = true;
  });
  for (let waited = 0; !isOver && waited < limiteMs; waited += PASO_MS) {
    if (waited >= PREGUNTA_MS) server.closeIdleConnections();
    await sleep(PASO_MS);
  }
  server.closeAllConnections();
}

function askToWait(_request: IncomingMessage, response: ServerResponse): void {
  answerText(response, 503, RESPUESTAS.arrancando, { 'Retry-After': '2' });
}

/** What Node answers by itself, with what every answer carries. */
function answerNoHttp({ code }: NodeJS.ErrnoException, socket: Duplex, log: Logger): void {
  if (!socket.writable || code === 'ECONNRESET') return void socket.destroy();
  const requestId = randomUUID();
  const status = NO_HTTP[code ?? ''] ?? '400 Bad Request';
  log.info(
    { requestId, ruta: 'ninguna', status: Number.parseInt(status, 10), ms: 0, actor: 'ANONIMO', code },
    'request',
  );
  const headers = { ...HEADERS, 'x-request-id': requestId, Connection: 'close', 'Content-Length': 0 };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('\r\n')}\r\n\r\n`);
}

const NO_HTTP: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

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
