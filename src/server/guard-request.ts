import type { IncomingMessage, ServerResponse } from 'node:http';
import { noteRechazo } from '#infra/logger/hilo.ts';
import { CUERPO_GRANDE } from '#ui/components/pagina-suelta/pagina-suelta.ts';
import { RESPUESTAS } from '#wording/respuestas.ts';
import { answerText } from './answer-text.ts';
import { hiloOf } from './watch-request.ts';

const ADMITIDOS = ['GET', 'HEAD', 'POST'];
/** Called by Twilio, which is no browser: known by its signature. */
const FIRMADAS = /^\/api\/twilio\/estado(?:\?|$)/;

/**
 * What every answer carries, whoever gives it: a page, a file, an error or this server itself. Pages put a stricter policy of
 * contents in place of this one (proxy.ts), which is what the worker of the e.firma needs.
 */
export function setSecurityHeaders(response: Pick<ServerResponse, 'setHeader'>, appUrl: string): void {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  if (appUrl.startsWith('https:'))
    response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
}

/** Of answers to what is not even HTTP too. */
export const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; script-src 'self'; style-src 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not «no-referrer»: under it browsers send «Origin: null» with forms, which the check against forgery refuses.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * Refuses methods that the portal has no use for, and whatever another site may have sent in a person's name: form, action or
 * call of a script. True when it answered.
 */
export function guardRequest(appUrl: string, request: IncomingMessage, response: ServerResponse): boolean {
  const { method = '', url = '/' } = request;
  if (!ADMITIDOS.includes(method)) {
    noteRechazo('VERBO_HTTP', undefined, hiloOf(response));
    answerText(response, 405, RESPUESTAS.metodo, { Allow: ADMITIDOS.join(', ') });
    return true;
  }
  if (method !== 'POST' || FIRMADAS.test(url) || isFromPortal(appUrl, request)) return false;
  noteRechazo('ORIGEN', undefined, hiloOf(response));
  answerText(response, 403, RESPUESTAS.deOtroSitio);
  return true;
}

/** By Origin; where a browser sends none, by what it says of the site, and then of the page, that it comes from. */
function isFromPortal(appUrl: string, { headers }: IncomingMessage): boolean {
  const { origin, referer = '' } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) return origin === appUrl;
  if (site !== undefined) return site === 'same-origin';
  return URL.canParse(referer) && new URL(referer).origin === appUrl;
}

const MB = 1024 * 1024;
/** Bytes of a request: what forms need, and where a file of 5 MB may come along. */
const MAXIMO = 1 * MB;
const MAXIMO_CON_ADJUNTO = 6 * MB;
const CON_ADJUNTO = /^(?:\/clientes\/[^/]+)?\/buzon\/aclaraciones\//;

/**
 * Refuses a request that announces a body larger than its address takes, before any of it is read or kept. True when it did.
 * One that announces nothing is cut off by Next's own limits.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const maximo = CON_ADJUNTO.test(request.url ?? '') ? MAXIMO_CON_ADJUNTO : MAXIMO;
  if (!(Number(request.headers['content-length']) > maximo)) return false;
  const page = `${CUERPO_GRANDE}<p>Referencia: <code>${response.getHeader('x-request-id')}</code></p>\n`;
  answerText(response, 413, page, { 'Content-Type': 'text/html; charset=utf-8' });
  return true;
}
