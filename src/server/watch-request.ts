import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Hilo } from '#infra/logger/hilo.ts';
import type { Logger } from '#infra/logger/logger.ts';
import { metricas } from '#infra/metricas/metricas.ts';
import { openTramo } from '#infra/trazas/trazas.ts';
import { isAsset, routeOf } from './route-of.ts';

const REQUEST_ID = 'x-request-id';
const ID = /^[\w.-]{8,128}$/;
const TRACEPARENT = /^00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}$/;
/** Asked every few seconds by machines: of these and of assets only what went wrong is worth a line. */
const BY_MACHINES = /^\/api\/(salud|metricas)/;
/** Who asked did not wait for the answer (nginx's own number). */
const ABANDONED = 499;

const hilos = new WeakMap<object, Hilo>();

/** What a request is known by; empty for a response that came by no door. */
export function hiloOf(response: object): Hilo {
  return hilos.get(response) ?? {};
}

/**
 * Gives a request its id, in its headers for the pages and in those of its answer, and tells of it in one line and the
 * metrics once it is answered: the pattern of its address and what kind of person asked, never who or for what.
 * @param isTrusted whether the other end is a proxy of ours, whose id and trace are kept.
 */
export function watchRequest(
  request: IncomingMessage,
  response: ServerResponse,
  isTrusted: boolean,
  log: Logger,
): void {
  const { [REQUEST_ID]: id, traceparent } = isTrusted ? request.headers : {};
  const requestId = typeof id === 'string' && ID.test(id) ? id : randomUUID();
  const metodo = request.method ?? '';
  const ruta = routeOf(request.url ?? '/');
  const padre = typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined;
  const tramo = openTramo(`${metodo} ${ruta}`, 'SERVER', { 'http.request.method': metodo, 'http.route': ruta }, padre);
  const hilo: Hilo = { requestId, ruta, actor: 'ANONIMO', traceparent: tramo?.traceparent };
  const end = metricas().peticiones.startTimer();
  hilos.set(response, hilo);
  request.headers[REQUEST_ID] = requestId;
  response.setHeader(REQUEST_ID, requestId);
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : ABANDONED;
    const ms = Math.round(end({ metodo, ruta, estado: String(status) }) * 1000);
    tramo?.end(status >= 500 ? String(status) : undefined, { 'http.response.status_code': status });
    const isQuiet = status < 400 && (isAsset(ruta) || BY_MACHINES.test(ruta));
    log[isQuiet ? 'debug' : 'info']({ requestId, metodo, ruta, status, ms, actor: hilo.actor }, 'request');
  });
}

/** Answers what is no HTTP, or not in time, as Node would, but with an id to find it by. */
export function refuseMalformed(server: Server, log: Logger): void {
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const requestId = randomUUID();
    const answer = MALFORMED[error.code ?? ''] ?? '400 Bad Request';
    log.info({ requestId, ruta: 'ninguna', status: Number(answer.slice(0, 3)), ms: 0, actor: 'ANONIMO', code: error.code }, 'request');
    socket.end(`HTTP/1.1 ${answer}\r\n${REQUEST_ID}: ${requestId}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
}

const MALFORMED: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
