import type { IncomingMessage, ServerResponse } from 'node:http';
import { CUERPO_GRANDE } from '#ui/aclaracion/cuerpo-grande.ts';

const MB = 1024 * 1024;
/** Bytes of a request: what forms need, and where a file of 5 MB may come along. */
const MAXIMO = 1 * MB;
const MAXIMO_CON_ADJUNTO = 6 * MB;
const CON_ADJUNTO = /^\/buzon\/aclaraciones\//;

/**
 * Refuses a request that announces a body larger than its address takes, before any of it is read or kept. True when it did.
 * One that announces nothing is cut off by Next's own limits.
 */
export function refuseLargeBody(request: IncomingMessage, response: ServerResponse): boolean {
  const maximo = CON_ADJUNTO.test(request.url ?? '') ? MAXIMO_CON_ADJUNTO : MAXIMO;
  if (!(Number(request.headers['content-length']) > maximo)) return false;
  response.writeHead(413, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(CUERPO_GRANDE);
  return true;
}
