import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { enElProceso } from '#infra/env/en-el-proceso.ts';
import { paginaSuelta } from '#ui/components/pagina-suelta/pagina-suelta.ts';
import { FALLAS, type Falla, PAGINA_DE_FALLA, REFERENCIA } from '#wording/falla/fallas.ts';

type Respuesta = Pick<ServerResponse, 'statusCode'> & Partial<ServerResponse>;

const respuestas = enElProceso('respuesta', () => new AsyncLocalStorage<Respuesta>());

/** Runs what answers a request, so that a page may set the status of its response. */
export function withResponse<T>(response: Respuesta, run: () => T): T {
  return respuestas.run(response, run);
}

/**
 * The page being rendered answers 404 with what it returns. Next's own `notFound()` sends an empty document that only a
 * script fills (vercel/next.js#62228).
 */
export function answerNotFound(): void {
  const response = respuestas.getStore();
  if (response) response.statusCode = 404;
}

/** The id of what is being answered, by which its lines are found in the log (watch-request.ts). */
export function currentReferencia(): string | undefined {
  return respuestas.getStore()?.getHeader?.('x-request-id')?.toString();
}

/** Whatever was being answered says this instead, if nothing of it was sent yet: a page, an action or a download. */
export function answerFalla(falla: Falla): void {
  const response = respuestas.getStore();
  if (response?.headersSent === false) sendFalla(response as ServerResponse, falla);
}

/**
 * The page being rendered is only to be read: it is sent without the scripts that would draw it once more, the same. Where the frame
 * holds a form, or something said that takes the focus, it is sent whole.
 */
export function answerWithoutScripts(): void {
  const response = respuestas.getStore() as ServerResponse | undefined;
  if (!response?.end) return;
  const chunks: Uint8Array[] = [];
  const end = response.end.bind(response);
  Object.assign(response, {
    write: (chunk: Uint8Array) => chunks.push(Buffer.from(chunk)) > 0,
    end: (chunk?: Uint8Array) => end(leaveOutScripts(Buffer.concat([...chunks, Buffer.from(chunk ?? [])]))),
  });
}

/** None of Next's own holds a `<`, and links have each fetched ahead. */
const SCRIPTS = /<script\b[^<]*<\/script>|<link\b[^<]* as="script"[^<]*>/g;
const HACE_ALGO = /<form\b|<template\b|\brole="(status|alert)"/;

function leaveOutScripts(sent: Buffer): Uint8Array | string {
  const html = sent.toString();
  return html.startsWith('<!DOCTYPE') && !HACE_ALGO.test(html) ? html.replace(SCRIPTS, '') : sent;
}

/** By which Next says that it has no action of the name that a page asked for: in English, for its own scripts. */
const SIN_ACCION = 'x-nextjs-action-not-found';

/** Tells whoever sends a form of another release, where that action was otherwise, that nothing was done and what to do. */
export function explainUnknownAction(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== SIN_ACCION) return setHeader(name, value);
    response.setHeader = setHeader;
    sendFalla(response, 'OTRA_VERSION');
    return response;
  };
}

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
function sendFalla(response: ServerResponse, falla: Falla): void {
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
  return paginaSuelta(
    titulo,
    `<p role="alert">${mensaje}</p>
<p>${remedio}</p>
<p><a href="/buzon">${PAGINA_DE_FALLA.enlace}</a></p>
<p>${PAGINA_DE_FALLA.referencia} <code>${id}</code></p>`,
  );
}
