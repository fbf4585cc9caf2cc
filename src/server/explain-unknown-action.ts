import type { ServerResponse } from 'node:http';
import { sendFalla } from './pagina-de-falla.ts';

/** By which Next says that it has no action of the name that a page asked for: in English, for its own scripts. */
const SIN_ACCION = 'x-nextjs-action-not-found';

/** Tells whoever sent a form of another release, where that action was otherwise, that nothing was done and what to do. */
export function explainUnknownAction(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== SIN_ACCION) return setHeader(name, value);
    response.setHeader = setHeader;
    sendFalla(response, 'OTRA_VERSION');
    return response;
  };
}
