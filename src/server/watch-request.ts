import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { redesDe } from '#infra/limite/limite.ts';
import { type Hilo, noteRechazo } from '#infra/logger/hilo.ts';
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
export function watchRequest(request: IncomingMessage, response: ServerResponse, isTrusted: boolean, log: Logger) {
  const { [REQUEST_ID]: id, traceparent } = isTrusted ? request.headers : {};
  const requestId = typeof id === 'string' && ID.test(id) ? id : randomUUID();
  const metodo = request.method ?? '';
  const ruta = routeOf(request.url ?? '/');
  const padre = typeof traceparent === 'string' && TRACEPARENT.test(traceparent) ? traceparent : undefined;
  const tramo = openTramo(`${metodo} ${ruta}`, 'SERVER', { 'http.request.method': metodo, 'http.route': ruta }, padre);
  const hilo: Hilo = { requestId, ruta, actor: 'ANONIMO', traceparent: tramo?.traceparent };
  const end = metricas().peticiones.startTimer();
  hilos.set(response, hilo);
  const direccion = String(request.headers['x-buzon-direccion']);
  request.headers[REQUEST_ID] = requestId;
  response.setHeader(REQUEST_ID, requestId);
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : ABANDONED;
    const ms = Math.round(end({ metodo, ruta, estado: String(status) }) * 1000);
    tramo?.end(status >= 500 ? String(status) : undefined, { 'http.response.status_code': status });
    // Somebody who has signed in, and something that is not theirs or not there.
    if (status === 404 && hilo.sujeto && ruta.includes('[')) noteRechazo('AJENO', undefined, hilo);
    tellRechazos(log, hilo, direccion);
    const isQuiet = status < 400 && (isAsset(ruta) || BY_MACHINES.test(ruta));
    log[isQuiet ? 'debug' : 'info']({ requestId, metodo, ruta, status, ms, actor: hilo.actor }, 'request');
  });
}

/** One line for each thing refused, told apart by `seguridad`, whatever LOG_NIVEL says (but `silent`); and its count. */
export function tellRechazos(log: Logger, { requestId, ruta, actor, sujeto, rechazos = [] }: Hilo, direccion: string) {
  if (rechazos.length === 0) return;
  const own = log.child({ seguridad: true }, { level: log.level === 'silent' ? 'silent' : 'info' });
  for (const { causa, detalle } of rechazos) {
    metricas().seguridad.inc({ causa: causa.toLowerCase() });
    own.info({ requestId, ruta, causa, detalle, red: shorten(direccion), actor, sujeto }, 'refused');
  }
}

/** The network and not the machine: /24 of IPv4, /48 of IPv6. */
function shorten(direccion: string): string {
  const [red = '', alrededor] = redesDe(direccion);
  return alrededor ?? red.replace(/\.\d+$/, '.0/24');
}
