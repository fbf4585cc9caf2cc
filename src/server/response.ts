import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { enElProceso } from '#infra/env/en-el-proceso.ts';
import type { Falla } from '#wording/falla/fallas.ts';
import { sendFalla } from './pagina-de-falla.ts';

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
