import type { IncomingMessage, ServerResponse } from 'node:http';
import { FALLAS, type Falla, PAGINA_DE_FALLA, REFERENCIA } from '#wording/falla/fallas.ts';

/** The answer's status and, in seconds, when to come back: null where nobody knows, or where the page itself is of no use. */
const RESPUESTA = {
  OCUPADO: [503, 5],
  SIN_BASE: [503, 30],
  SIN_SELLO: [503, 60],
  INESPERADA: [500, null],
  OTRA_VERSION: [409, null],
  ILEGIBLE: [400, null],
} satisfies Record<Falla, [status: number, espera: number | null]>;

/**
 * Answers with a page that needs neither script nor database. An action that a script sent gets the message alone, as the one
 * kind of answer whose text Next hands to the page (`text/plain`, and nothing behind it).
 * From then on nothing else is written to this response.
 */
export function sendFalla(response: ServerResponse, falla: Falla): void {
  const isDeScript = (response.req as IncomingMessage | undefined)?.headers['next-action'] !== undefined;
  for (const name of ['content-length', 'content-encoding', 'etag', 'location']) response.removeHeader(name);
  const [status, espera] = RESPUESTA[falla];
  response.statusCode = status;
  if (espera !== null) response.setHeader('Retry-After', espera);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', isDeScript ? 'text/plain' : 'text/html; charset=utf-8');
  const id = String(response.getHeader('x-request-id') ?? '');
  response.end(isDeScript ? FALLAS[falla].mensaje + REFERENCIA + id : toPagina(falla, id));
  const nothing = () => response;
  const ignored = { setHeader: nothing, appendHeader: nothing, removeHeader: nothing, writeHead: nothing };
  Object.assign(response, ignored, { flushHeaders: nothing, write: () => true, end: nothing });
}

function toPagina(falla: Falla, id: string): string {
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
<p><a href="/buzon">${PAGINA_DE_FALLA.enlace}</a></p>
<p>${PAGINA_DE_FALLA.referencia} <code>${id}</code></p>
</main>
`;
}
