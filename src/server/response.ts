import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import type { Falla } from '#wording/falla/fallas.ts';
import { sendFalla } from './pagina-de-falla.ts';

type Respuestas = AsyncLocalStorage<Pick<ServerResponse, 'statusCode'>>;

// The pages are bundled apart from the server that runs them: only what is global is the same in both.
const LUGAR = Symbol.for('buzon.respuesta');
const lugar = globalThis as typeof globalThis & { [LUGAR]?: Respuestas };
lugar[LUGAR] ??= new AsyncLocalStorage();
const respuestas = lugar[LUGAR];

/** Runs what answers a request, so that a page may set the status of its response. */
export function withResponse<T>(response: Pick<ServerResponse, 'statusCode'>, run: () => T): T {
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
  const response = respuestas.getStore();
  return response && 'getHeader' in response
    ? String((response as ServerResponse).getHeader('x-request-id'))
    : undefined;
}

/** Whatever was being answered says this instead, if nothing of it was sent yet: a page, an action or a download. */
export function answerFalla(falla: Falla): void {
  const response = respuestas.getStore();
  if (response && 'headersSent' in response && !response.headersSent) sendFalla(response as ServerResponse, falla);
}
