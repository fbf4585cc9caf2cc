import type { IncomingMessage, ServerResponse } from 'node:http';
import { FALLAS, type Falla } from '#wording/falla/fallas.ts';

const ESPERA_SEGUNDOS = { OCUPADO: 5, SIN_BASE: 30, SIN_SELLO: 60 } as const satisfies Record<Falla, number>;

/**
 * Answers 503 and when to come back, with a page that needs neither script nor database. An action that a script sent gets the
 * message alone, as the one kind of answer whose text Next hands to the page (`text/plain`, and nothing behind it).
 * From then on nothing else is written to this response.
 */
export function sendFalla(response: ServerResponse, falla: Falla): void {
  const isDeScript = (response.req as IncomingMessage | undefined)?.headers['next-action'] !== undefined;
  for (const name of ['content-length', 'content-encoding', 'etag', 'location']) response.removeHeader(name);
  response.statusCode = 503;
  response.setHeader('Retry-After', ESPERA_SEGUNDOS[falla]);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', isDeScript ? 'text/plain' : 'text/html; charset=utf-8');
  response.end(isDeScript ? FALLAS[falla].mensaje : toPagina(falla));
  const nothing = () => response;
  const ignored = { setHeader: nothing, appendHeader: nothing, removeHeader: nothing, writeHead: nothing };
  Object.assign(response, ignored, { flushHeaders: nothing, write: () => true, end: nothing });
}

function toPagina(falla: Falla): string {
  const { titulo, mensaje, remedio } = FALLAS[falla];
  return `<!doctype html>
<html lang="es-MX">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${titulo} · Buzón</title>
<link rel="stylesheet" href="/espera.css">
<main>
<h1>${titulo}</h1>
<p role="alert">${mensaje}</p>
<p>${remedio}</p>
<p><a href="/buzon">Ir a mi Buzón</a></p>
</main>
`;
}
